"""Which mentions may be one act, what is background, what the report is about: by the rules, whatever is learned."""

import pytest

MENTIONS = [
    ("Rebels shelled Gao on Monday. The shelling killed nine nuns.", ["ASSAULT: shelled, shelling, killed (main)"]),
    ("Rebels shelled Gao on Monday. The attack killed nine nuns.", ["ASSAULT: shelled, attack, killed (main)"]),
    (
        "Rebels shelled Gao on Monday. Rebels shelled Ansongo on Tuesday.",
        ["ASSAULT: shelled (main)", "ASSAULT: shelled"],
    ),
    (
        "Rebels shelled Gao on Monday. The attack came after Chad's army shelled Ansongo.",
        ["ASSAULT: shelled, attack (main) follows shelled", "ASSAULT: shelled"],
    ),
    ("Rebels shelled Gao, killing nine nuns and wounding two.", ["ASSAULT: shelled (main)"]),
    ("Rebels attacked Gao, killing nine nuns and burning houses.", ["ASSAULT: attacked (main)"]),
    ("Nine nuns were killed in a raid on Gao. The raid began at dawn.", ["ASSAULT: killed, raid, raid (main)"]),
    (
        "Nine nuns were killed in a raid on Gao. Chad condemned the raid.",
        ["ASSAULT: killed, raid, raid (main)", "ACCUSE: condemned"],
    ),
    ("Chad and Niger condemned the raid on Gao.", ["ACCUSE: condemned (main)", "ASSAULT: raid"]),
    ("Chad met Niger in Oslo. The talks lasted nine hours.", ["CONSULT: met, talks (main)"]),
    ("Chad met Niger in Oslo. Chad met Mali in Rome.", ["CONSULT: met (main)", "CONSULT: met"]),
    ("Chad met Niger in Oslo on Monday. They will meet again in June.", ["CONSULT: met (main)", "AGREE: meet"]),
    (
        "Teachers marched in Lima. Police arrested nine of the teachers.",
        ["PROTEST: marched (main)", "COERCE: arrested"],
    ),
    ("Teachers marched in Lima. Teachers marched in Cusco.", ["PROTEST: marched (main)", "PROTEST: marched"]),
    ("Teachers marched in Lima and Cusco.", ["PROTEST: marched (main)", "PROTEST: marched"]),
    ("Teachers marched in Lima. The march was peaceful.", ["PROTEST: marched, march (main)"]),
    (
        "Teachers marched in Lima on Monday, a day after a march in Cusco.",
        ["PROTEST: marched (main)", "PROTEST: march"],
    ),
    (
        "Police arrested nine teachers in Lima. Two of those arrested were freed.",
        ["COERCE: arrested, arrested (main)", "RETREAT: freed"],
    ),
    (
        "Chad expelled Niger's envoy in response to a raid on Gao.",
        ["SANCTION: expelled (main) response-to raid", "ASSAULT: raid"],
    ),
    ("Chad shelled Gao after rebels raided Ansongo.", ["ASSAULT: shelled (main) follows raided", "ASSAULT: raided"]),
    ("Chad imposed sanctions on Niger because of a coup.", ["SANCTION: imposed, sanctions (main)", "ASSAULT: coup"]),
    ("A coup in Niger led Chad to impose sanctions.", ["ASSAULT: coup", "SANCTION: impose, sanctions (main)"]),
    (
        "A bomb went off in Gao. The explosion killed nine nuns. The blast hurt two others.",
        ["ASSAULT: went off, explosion, blast (main)"],
    ),
    ("Chad and rebels signed a truce. The deal was signed in Oslo.", ["SUPPORT: signed, signed (main)"]),
    ("Chad pledged $9 million to Niger. The pledge was made in Oslo.", ["AGREE: pledged, pledge (main)"]),
    (
        "Chad pledged $9 million to Niger. Norway pledged $3 million to Niger.",
        ["AGREE: pledged (main)", "AGREE: pledged"],
    ),
    (
        "Rebels freed nine nuns on Monday. The nuns had been abducted in March.",
        ["RETREAT: freed (main)", "ASSAULT: abducted (background)"],
    ),
    (
        "Rebels freed nine nuns. Their release was welcomed by Chad.",
        ["RETREAT: freed, release (main)", "SUPPORT: welcomed"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_which_mentions_are_one_act(joined_of, text: str, expected: list[str]) -> None:
    assert joined_of(text) == expected


RECALLED = [
    ("Chad condemned the raid on Gao.", ["ACCUSE: condemned (main)", "ASSAULT: raid"]),
    (
        "Chad, which shelled Gao in 2019, expelled Niger's envoy on Monday.",
        ["ASSAULT: shelled (background)", "SANCTION: expelled (main)"],
    ),
    (
        "Chad expelled Niger's envoy on Monday. Chad had shelled Gao in 2019.",
        ["SANCTION: expelled (main)", "ASSAULT: shelled (background)"],
    ),
    ("Chad expelled Niger's envoy over the raid on Gao.", ["SANCTION: expelled (main)", "ASSAULT: raid (background)"]),
    (
        "The former general, jailed in 2019, met Chad's envoy on Monday.",
        ["COERCE: jailed (background)", "CONSULT: met (main)"],
    ),
    (
        "Police arrested a man wanted for the killing of nine nuns.",
        ["COERCE: arrested (main)", "ASSAULT: killing (background)"],
    ),
    (
        "A court jailed a man for killing nine nuns in 2019.",
        ["SANCTION: jailed (main)", "ASSAULT: killing (background)"],
    ),
    ("The minister said that rebels had shelled Gao.", ["ASSAULT: shelled (main)"]),
    ("Rebels shelled Gao. The minister condemned it.", ["ASSAULT: shelled (main)", "ACCUSE: condemned"]),
    ("Chad telephoned Niger to congratulate it.", ["CONSULT: telephoned (main)", "SUPPORT: congratulate"]),
    ("Chad once again shelled Gao.", ["ASSAULT: shelled (main)"]),
    (
        "Chad shelled Gao ten years ago and met rebels on Monday.",
        ["ASSAULT: shelled (background)", "CONSULT: met (main)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RECALLED)
def test_what_is_recalled_and_what_is_news(joined_of, text: str, expected: list[str]) -> None:
    assert joined_of(text) == expected
