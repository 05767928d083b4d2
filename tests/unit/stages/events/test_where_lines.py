"""Where an act took place: its own place, not that of who acts or of what is spoken of."""

import pytest

PLACES = [
    ("Rebels shelled the town of Gao.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels shelled Gao in Mali.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels shelled a market in Gao, in the north of Mali.", ["ASSAULT heavy-weapons Rebels in Gao"]),
    ("Rebels shelled a market in Ansongo, 30 kilometers south of Gao.", ["ASSAULT heavy-weapons Rebels in Ansongo"]),
    ("Rebels shelled a market in Ansongo (Gao region).", ["ASSAULT heavy-weapons Rebels > market in Ansongo"]),
    ("Rebels shelled a market on the outskirts of Gao.", ["ASSAULT heavy-weapons Rebels in Gao"]),
    ("Rebels from Libya shelled a market in Gao.", ["ASSAULT heavy-weapons Rebels in Gao"]),
    ("Rebels who had come from Libya shelled Gao.", ["ASSAULT heavy-weapons Rebels > Gao in Gao"]),
    ("Rebels in Libya shelled a market.", ["ASSAULT heavy-weapons Rebels in Libya"]),
    ("Rebels seized control of Gao.", ["ASSAULT Rebels in Gao"]),
    ("Rebels seized the capital Bamako.", ["ASSAULT Rebels > Bamako in Bamako"]),
    ("Rebels advanced on Gao.", ["MOBILIZE militia Rebels > Gao in Gao"]),
    ("Rebels withdrew from Gao.", ["RETREAT withdraw Rebels in Gao"]),
    ("Rebels fled Gao.", ["RETREAT withdraw Rebels in Gao"]),
    ("Rebels struck Gao and Ansongo.", ["ASSAULT Rebels > Gao, Ansongo in Gao"]),
    ("A Gao court jailed a nun.", ["SANCTION convict Gao court > nun"]),
    ("A court in Gao jailed a nun from Libya.", ["SANCTION convict court > nun in Gao"]),
    ("Police in Gao arrested a nun at the airport.", ["COERCE arrest Police > nun in Gao arrested=1"]),
    ("Teachers rallied outside the embassy of Chad in Oslo.", ["PROTEST demo Teachers > Chad in Oslo"]),
    ("Norway condemned the raid in Gao.", ["ACCUSE disapprove Norway", "ASSAULT in Gao"]),
    ("Norway's minister condemned Chad at talks in Geneva.", ["ACCUSE disapprove Norway's minister > Chad in Geneva"]),
    ("Norway and Chad signed a treaty in Geneva.", ["SUPPORT Norway, Chad in Geneva"]),
    ("Norway's minister visited Bamako.", ["CONSULT visit Norway's minister > Mali in Bamako"]),
    (
        "Norway's minister flew from Oslo to Bamako for talks with Mali.",
        ["CONSULT visit Norway's minister > Mali in Bamako"],
    ),
    ("Norway boycotted the talks in Geneva.", ["REJECT meet Norway in Geneva"]),
    (
        "Belgorod governor Ada Thorn said shelling killed two nuns.",
        ["ASSAULT heavy-weapons > nuns in Belgorod", "ASSAULT heavy-weapons > nuns in Belgorod killed=2"],
    ),
    (
        "The governor of Belgorod said that shelling had killed two nuns.",
        ["ASSAULT heavy-weapons > nuns in Belgorod", "ASSAULT heavy-weapons > nuns in Belgorod killed=2"],
    ),
    (
        "Russia's president said that shelling had killed two nuns.",
        ["ASSAULT heavy-weapons > nuns", "ASSAULT heavy-weapons > nuns killed=2"],
    ),
    ("Ships were attacked in the Red Sea.", ["ASSAULT in Red Sea"]),
    ("Ships were attacked off Yemen.", ["ASSAULT in Yemen"]),
    ("Ships were attacked off the coast of Yemen.", ["ASSAULT in Yemen"]),
    ("A ship was seized in the Strait of Hormuz.", ["COERCE seize in Strait of Hormuz"]),
    ("A bus was attacked between Gao and Ansongo.", ["ASSAULT in Gao"]),
    ("A bus was attacked near the village of Korvath in Gao region.", ["ASSAULT in Korvath"]),
    ("A nun was shot and wounded in Gao.", ["ASSAULT firearms > nun in Gao injured=1"]),
    ("A nun was shot in Gao and died in Bamako.", ["ASSAULT firearms > nun in Gao"]),
    ("Gunmen attacked a base in eastern Mali.", ["ASSAULT firearms Gunmen in Mali"]),
    ("Gunmen attacked a base across the border in Niger.", ["ASSAULT firearms Gunmen in Niger"]),
    ("In Gao, gunmen attacked a base.", ["ASSAULT firearms gunmen in Gao"]),
    ("Gunmen attacked a base at Camp Lemonnier.", ["ASSAULT firearms Gunmen in Camp Lemonnier"]),
    ("Gunmen attacked a hotel in Miami's Little Havana.", ["ASSAULT firearms Gunmen in Little Havana"]),
    ("Gunmen attacked a church near Lagos and a school in Kano.", ["ASSAULT firearms Gunmen in Lagos"]),
    ("Chad shelled Niger's capital.", ["ASSAULT heavy-weapons Chad > Niger's capital in Niamey"]),
    ("Israel bombed southern Lebanon.", ["ASSAULT aerial Israel > Lebanon in Lebanon"]),
    ("Israel bombed targets in Syria from Lebanese airspace.", ["ASSAULT aerial Israel > Syria in Syria"]),
    ("Chad detained a Malian nun at the border.", ["COERCE arrest Chad > Malian nun arrested=1"]),
    ("Chad imposed a curfew in Gao.", ["COERCE curfew Chad > Gao in Gao", "COERCE curfew in Gao"]),
    (
        "Prisoners at Guantanamo went on hunger strike.",
        ["PROTEST hunger Prisoners in Guantanamo Bay", "PROTEST hunger in Guantanamo Bay"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where_it_took_place(told_of, text: str, expected: list[str]) -> None:
    assert told_of(text) == expected
