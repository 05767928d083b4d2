"""Reports of several paragraphs, invented, of one kind of news each."""

REPORTS = {
    "raid": (
        "Gunmen raid village in northern Mali\n\n"
        "GAO, May 1 - Gunmen on motorcycles attacked the village of Korvath on Tuesday night, killing 14 "
        "herders and burning 30 houses, the mayor of Gao said.\n\n"
        '"They came at dusk and left at dawn," Mayor Ibra Sow told a local radio station. He said nine people'
        " were wounded.\n\n"
        "No group has claimed the attack. The army said it had sent troops to the area."
    ),
    "truce": (
        "Chad and rebels sign truce\n\n"
        "Chad's government and the Gao Front signed a ceasefire in Oslo on Monday after three weeks of talks.\n\n"
        "The deal will take effect on 9 May. Under it the rebels are to free 40 soldiers, and the army will "
        "lift its siege of Zinder.\n\n"
        'Norway\'s foreign minister, Ada Thorn, welcomed the deal. "This is a beginning," she said.'
    ),
    "march": (
        "Teachers march in Lima\n\n"
        "Thousands of teachers marched through Lima on Wednesday to demand higher pay.\n\n"
        "Police fired tear gas at the marchers near the parliament. Twelve people were arrested and two "
        "officers were hurt.\n\n"
        "The teachers' union said that it would strike on Monday unless the ministry agreed to talks."
    ),
    "aid": (
        "Norway pledges aid to Chad\n\n"
        "Norway will give Chad $9 million to help refugees from Sudan, its foreign minister said on Thursday.\n\n"
        "The money will pay for tents and food. Sweden has promised a further $3 million.\n\n"
        "Some 40,000 people have crossed the border since April."
    ),
    "envoy": (
        "Chad expels Norwegian envoy\n\n"
        "Chad expelled Norway's ambassador on Monday, accusing him of spying.\n\n"
        'Norway rejected the charge and recalled its staff from N\'Djamena. "We deny all of it," a spokesman '
        "said.\n\n"
        "The two countries have been at odds since 2021, when Norway cut its aid."
    ),
    "court": (
        "Court jails general\n\n"
        "A military court in Niamey on Friday sentenced General Moussa Tari to nine years in prison for his "
        "part in the coup of July 2021.\n\n"
        "Tari, 61, was arrested in March at the border with Benin. His lawyer said that he would appeal.\n\n"
        "Four other officers were acquitted."
    ),
    "strike": (
        "Drone strike hits market\n\n"
        "A drone strike on a market in the town of Belvost killed at least 20 people on Sunday, doctors said.\n\n"
        "The army denied that it had struck the town. It blamed the rebels for the attack.\n\n"
        "The United Nations called for an inquiry."
    ),
    "summit": (
        "Leaders to meet in Accra\n\n"
        "The presidents of Ghana, Togo and Benin will meet in Accra on 9 June to discuss piracy in the Gulf "
        "of Guinea.\n\n"
        "They last met in Lome in 2022. Nigeria has been invited but has not said whether it will attend."
    ),
    "hostage": (
        "Rebels free nine nuns\n\n"
        "Rebels freed nine nuns on Tuesday who had been seized in March from a convent near Zinder, the "
        "church said.\n\n"
        "The nuns were handed over to the Red Cross. No ransom was paid, according to the bishop.\n\n"
        "The rebels still hold two priests."
    ),
    "sanctions": (
        "Britain imposes sanctions on mine owner\n\n"
        "Britain on Thursday imposed sanctions on a Chadian mine owner, freezing his assets and banning him "
        "from travel.\n\n"
        "The foreign secretary said that the man, Idris Bako, had paid mercenaries. Bako denies it.\n\n"
        "The European Union is considering similar steps."
    ),
    "border": (
        "Clash on border\n\n"
        "Soldiers of Togo and Benin exchanged fire on their border on Monday. Three Togolese soldiers were "
        "killed.\n\n"
        "Each side accused the other of shooting first. Togo closed the border and summoned Benin's "
        "ambassador.\n\n"
        "The African Union urged both to show restraint."
    ),
    "coup": (
        "Soldiers seize power\n\n"
        "Soldiers seized power in Chad early on Thursday and arrested the president, state television said.\n\n"
        "The borders were closed and a curfew was imposed. Colonel Ali Nour was named head of a military "
        "council.\n\n"
        "France condemned the coup and suspended its aid."
    ),
}
"""Name and text."""
