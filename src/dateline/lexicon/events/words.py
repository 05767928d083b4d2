"""The word lists of the event stage, a group for each of its rooms."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.lexicon.files import DATA, read_toml


class SharedWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/shared.toml: words of the event stage that several of its rooms ask for."""

    answering: frozenset[str]
    """Verbs by which one side answers what the other did."""
    army: frozenset[str]
    """Words for those who bear arms, where a phrase is no actor ("an army column")."""
    battles: frozenset[str]
    """Acts that two sides do to each other, in which people fall."""
    definite: frozenset[str]
    """Determiners that point back to what was told."""
    gatherings: frozenset[str]
    """Nouns of meetings: named after "at" or "during" they only place another act."""
    intent: frozenset[str]
    """Verbs, nouns and adjectives whose infinitive is still to come."""
    matter: frozenset[str]
    """Prepositions of what an act is about, which has a day of its own ("arrested in connection with a bombing last
    year")."""
    permit: frozenset[str]
    """Verbs of permission: the act allowed is coded."""
    place_nouns: frozenset[str]
    """Nouns whose possessor is a place ("Syria's capital")."""
    quantities: frozenset[str]
    """Nouns that only count or hold what stands after "of"."""
    reporting: frozenset[str]
    """Verbs that only report; what stands below them is told as much."""


class FrameWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/frames.toml: words by which frames are matched on a clause."""

    conditions: frozenset[str]
    """Words by which a sentence sets a condition ("whoever enters will be shot")."""
    forbearing: frozenset[str]
    """Verbs that threaten where they are denied ("will not tolerate")."""
    nobody_else: frozenset[str]
    """Subjects of "must" of whom a speaker demands nothing: itself, its hearers, nobody."""
    own: frozenset[str]
    """Pronouns by which a speaker means itself or its side."""
    particles: frozenset[str]
    """Adverbs that make one verb with the verb before them ("drove the rebels back")."""
    voicing: frozenset[str]
    """Verbs by which somebody says of another what would be a charge ("alleges that Chad was behind the plot")."""
    warning: frozenset[str]
    """Verbs by which what one may do oneself is a threat."""
    wishing: frozenset[str]
    """Verbs of wishing: what one wishes to do oneself is asked of nobody."""


class ToldWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/told.toml: words by which an act that the report tells is known from one that is only spoken of."""

    announce: frozenset[str]
    """Verbs and nouns by which an actor sets its own measure."""
    asking: frozenset[str]
    """Verbs by which others are asked to do what stands below them, which tells no act of theirs."""
    attempt: frozenset[str]
    """Verbs and nouns of attempts."""
    believing: frozenset[str]
    """Verbs of belief and hope, below which what is to come is nobody's act ("expects the truce to hold")."""
    capacity: frozenset[str]
    """Nouns whose infinitive may be done and is not told ("has the power to impose sanctions")."""
    circumstantial: frozenset[str]
    """Prepositions after which a gathering only dates or places another act."""
    deny: frozenset[str]
    """Verbs and nouns of denial."""
    due: frozenset[str]
    """Words whose infinitive is set for a day to come ("is due to resume")."""
    decisions: frozenset[str]
    """Nouns of what was decided: where others react to it, it has been done ("criticised for his decision")."""
    earlier: frozenset[str]
    """Adjectives of history."""
    go_on: frozenset[str]
    """Verbs that say that what stands below them is under way."""
    granting: frozenset[str]
    """Verbs of consent: not doing them is refusing ("did not give permission")."""
    intend: frozenset[str]
    """Verbs by which an actor only says what it will do."""
    manner: frozenset[str]
    """Nouns that after a bare "in" say how or why another act is done ("closed their shops in protest")."""
    prevent: frozenset[str]
    """Verbs that keep what stands below them from happening."""
    opposing: frozenset[str]
    """Verbs and prepositions against what stands below them ("opposed an invitation", "was against inviting")."""
    reacting: frozenset[str]
    """Verbs by which somebody takes a stand on what was done."""
    recall: frozenset[str]
    """Adverbs of history."""
    suspecting: frozenset[str]
    """Verbs and adjectives whose "of" tells no more than a suspicion ("suspected of spying")."""
    waiting: frozenset[str]
    """Words that open what is waited for, and has not come about ("until they disarm")."""


class WhoWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/who.toml: words by which it is decided who acts and who is acted upon."""

    accompanying: frozenset[str]
    """Nouns after "with" that name a helper and no other side ("with the support of")."""
    aims: frozenset[str]
    """Verbs that say what force is used for ("fired tear gas to disperse the crowd")."""
    buildings: frozenset[str]
    """Buildings and grounds, which no act is done to: their people are."""
    collectives: frozenset[str]
    """Plurals that stand for those who met ("the leaders agreed")."""
    documents: frozenset[str]
    """What speaks for those who issue it ("issued a statement demanding")."""
    favouring: frozenset[str]
    """Verbs whose passive subject gains by what is asked for ("called for Mali to be readmitted")."""
    holding: frozenset[str]
    """Participles that say whose a thing is ("a strip held by", "a cache belonging to")."""
    launchers: frozenset[str]
    """What attacks come from ("airstrikes from X's jets")."""
    minded: frozenset[str]
    """Passives in form alone ("committed to reform", "opposed to a deal")."""
    object_ties: tuple[str, ...]
    """Where the one acted upon stands in an act that is spoken of."""
    offices: frozenset[str]
    """What collectives may be the heads of ("heads of state")."""
    opposed_ties: tuple[str, ...]
    """Where the target of a protest stands beside a word of `opposing`, in the order tried."""
    opposing: frozenset[str]
    """Verbs and nouns that say against whom people demonstrate ("struck to protest against")."""
    own_act: frozenset[str]
    """Verbs whose subject does the act that is their object ("announced the release of")."""
    doer_ties: frozenset[str]
    owner_ties: frozenset[str]
    """Prepositions that tie a thing to whose it is."""
    sending: frozenset[str]
    """Verbs that move those who are named after them ("sent doctors")."""
    side_ties: tuple[str, ...]
    """Where the sides of a mutual act stand, in the order told."""
    striking: frozenset[str]
    """Verbs that say whom an act hit which is their subject ("an air strike hit")."""
    suffered: frozenset[str]
    """Nouns of acts after which "of" names whom they were done to."""
    ties: frozenset[str]
    """Nouns of what two sides have with each other ("a pact with Chad")."""
    touched_ties: tuple[str, ...]
    """Prepositions of whom an act touches although no role of its frame names him, in the order tried."""


class WhereWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/where.toml: words by which the place of an act is found."""

    aloof: frozenset[str]
    """Prepositions of the matter, the means or the time of an act: what stands below them may be elsewhere."""
    beside: frozenset[str]
    """Words by which a place only tells where another is ("Todee, northeast of Monrovia")."""
    directions: frozenset[str]
    """"South of X" is near X."""
    going: frozenset[str]
    """Verbs whose object or goal is where they end."""
    inner: frozenset[str]
    """Of `locative`, those that place an act surely."""
    joint: frozenset[str]
    """Verbs whose object is where the act is ("signed an accord in Abyei")."""
    local_offices: frozenset[str]
    """Offices of a region or a town: what they tell of without a place is told of theirs."""
    locative: frozenset[str]
    """Prepositions that can place a physical act."""
    meeting_ties: frozenset[str]
    """Prepositions that place words and meetings."""


class WhenWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/when.toml: words by which the day of an act is found."""

    bounds: frozenset[str]
    """Prepositions that only bound a time ("since Friday")."""
    to_end: frozenset[str]
    """Words between the first and the last day of a stretch ("9 to 11 May"); "and" only after "between"."""


class TollWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/toll.toml: words by which what is counted is known: the dead, the hurt, the things."""

    attending: frozenset[str]
    """Verbs of those who take part in a gathering ("some 4,000 people took part")."""
    persons: frozenset[str]
    """People who are counted and named by no group."""
    tally: frozenset[str]
    """Words of a number of dead, before it ("the toll rose to 31")."""
    adding: frozenset[str]
    """Verbs of clauses that only add to what is told ("leaving eight dead")."""
    all: frozenset[str]
    """Words for the whole."""
    deadly: frozenset[str]
    """Verbs that kill only with somebody as their object ("hanged a teacher", but "hung by a thread")."""
    deaths: frozenset[str]
    """Verbs that tell of deaths alone."""
    bringing: frozenset[str]
    """Verbs whose object an act reached, where it is their subject ("a raid destroyed 40 houses")."""
    casualties: frozenset[str]
    """Those harmed, dead or hurt."""
    costing: frozenset[str]
    """Verbs that take lives ("the raid cost nine lives")."""
    displaced: frozenset[str]
    """Words of flight."""
    fired: frozenset[str]
    """Things that are counted as an act's own wherever they stand ("hit by 20 rockets")."""
    happening: frozenset[str]
    """Verbs that only say that an act took place ("fighting erupted")."""
    gravely: frozenset[str]
    """Adverbs after a number of those of the hurt who are hurt worst ("at least two seriously")."""
    harm: frozenset[str]
    """Words of wounds."""
    kill: frozenset[str]
    """Words of death."""
    lives: frozenset[str]
    """What is lost by those who die."""
    missing: frozenset[str]
    """Words of those not found."""
    nobody: frozenset[str]
    """Subjects of whom nobody was harmed."""
    no_deaths: frozenset[str]
    """After "no": that nobody was killed."""
    no_wounds: frozenset[str]
    """After "no": that nobody was hurt."""
    parties: frozenset[str]
    """Bodies whose number is not that of those who take part ("the two sides")."""
    tolls: frozenset[str]
    """With one of these, a great number of dead is the toll of a war."""
    wounds: frozenset[str]
    """Verbs that tell of wounds alone."""


class OneWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/one.toml: words by which mentions of one act and ties between acts are known."""

    again: frozenset[str]
    """Nouns of an attack told before, in which people are then said to have fallen ("killed in the attack")."""
    answers: frozenset[str]
    """"In response to"."""
    cause_ties: frozenset[str]
    """Prepositions that name the cause of an act."""
    during: frozenset[str]
    """Prepositions of the attack in which people fell."""
    doers: frozenset[str]
    """Those who are known by what they did, and so named after it ("the bomber struck")."""
    follow: frozenset[str]
    """Verbs by which one act comes after another."""
    follow_ties: frozenset[str]
    """Prepositions that name what an act came after."""
    measures: frozenset[str]
    """Units of time by which one act comes after another ("hours after")."""
    prompting: frozenset[str]
    """Verbs by which one act brings about another."""
    steps: frozenset[str]
    """Adverbs by which the steps of one act are told."""
    wholes: frozenset[str]
    """Nouns by which a report points back to an act whose parts it tells ("during the assault")."""


class CodesWords(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """words/codes.toml: words by which ACLED's types are told apart."""

    arms: frozenset[str]
    """Things whose seizure disrupts the use of weapons (ACLED)."""
    bases: frozenset[str]
    """Places that forces set up (ACLED)."""
    brutal: frozenset[str]
    """Words that make force against demonstrators excessive (ACLED)."""
    crowd_names: frozenset[str]
    """Parts of names of those who demonstrate."""
    deal: frozenset[str]
    """Words of making an agreement."""
    demonstrations: frozenset[str]
    """Words of a demonstration."""
    entering: frozenset[str]
    """Verbs of forces that come into a town and do not hold it (ACLED)."""
    founding: frozenset[str]
    """Verbs by which a base is set up (ACLED)."""
    intervention: frozenset[str]
    """Words by which the police stepped in at a demonstration (ACLED)."""
    looting: frozenset[str]
    """Verbs of taking goods by force."""
    loyal: frozenset[str]
    """Words by which fighters stand with a state."""
    lynching: frozenset[str]
    """Of a mob, the words of violence against persons."""
    mob: frozenset[str]
    """Words of violence by a crowd."""
    parley: frozenset[str]
    """Nouns of talks."""
    peace: frozenset[str]
    """With one of these and one of `deal`, an agreement bears on the conflict (ACLED)."""
    poison: frozenset[str]
    """Words of poison gas (ACLED)."""
    rioting: frozenset[str]
    """Words that make a demonstration violent (ACLED)."""
    suicide: frozenset[str]
    """Words of an attacker who dies of the attack (ACLED)."""
    surrender: frozenset[str]
    """Words by which fighters give themselves up."""
    swap: frozenset[str]
    """Words of an exchange of prisoners."""
    unrest: frozenset[str]
    """Words by which an arrest bears on the conflict (ACLED)."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """The files of words/, each by the room that asks for it."""

    shared: SharedWords
    frames: FrameWords
    told: ToldWords
    who: WhoWords
    where: WhereWords
    when: WhenWords
    toll: TollWords
    one: OneWords
    codes: CodesWords


def load_event_words(folder: Path = DATA / "events" / "words") -> EventWords:
    """Read the files of the folder.

    Raises:
        LexiconError: A file breaks its format.
    """
    return EventWords(
        shared=read_toml(folder / "shared.toml", SharedWords),
        frames=read_toml(folder / "frames.toml", FrameWords),
        told=read_toml(folder / "told.toml", ToldWords),
        who=read_toml(folder / "who.toml", WhoWords),
        where=read_toml(folder / "where.toml", WhereWords),
        when=read_toml(folder / "when.toml", WhenWords),
        toll=read_toml(folder / "toll.toml", TollWords),
        one=read_toml(folder / "one.toml", OneWords),
        codes=read_toml(folder / "codes.toml", CodesWords),
    )
