"""What many people are called: first names and family names that are no Dutch word. Nobody in particular is meant.

Without accents and in small letters, as the patterns see them.
"""

from __future__ import annotations

FIRST = """
abdel abdelkader abdirahman abdul abdulla abdullah abdurrahman achmed adriaan adriana ahmed ahmet aicha aisha aleid
aleksandra alexandra ali alicja alida alie amina amir amira anand andre andrzej anette anil anita anja anke anneke
annelies annemarie annemieke annette annie anouk antje antoinette anton arend arie arjan arjen asha astrid attje auke
aukje aylin ayse aysel aziz baran barbara bart bartosz bas baukje bea beata beatrix ben beppie berend berna bernadette
bert betty bianca bilal bob bogdan bouchra bouke brahim bram brigitte burak busra canan carla carlijn carlos caroline
catharina celal cem chaima chandra chantal charlotte cheng chris christa christiaan christina cindy claudia coby cor
cornelia cornelis corrie daan dagmar danielle danuta darek debbie deniz dennis derya desiree devika diana dick dieuwke
dilara dilek dineke dirk dirkje djamila doekle doutzen driss durk ebru ed eda edwin eefje eelco eelke elif elisabeth
ellen elly els elsje emine emma emre engin erik esma esra esther eva evelien ewa faisal farah farid fatih fatiha
fatima fatma fatou fatoumata feike femke fenna ferdi ferhat filiz floor fokke folkert foppe fouad francien frank frans
fred frederik freek froukje funda gabriela gamze geert geertje geertruida gerard gerben gerda gerrit gerritje gertrud
gertrude gijs gijsbert gisela gizem gonul greet greetje greta grietje grzegorz gulay gulsen guus habiba hafida hakan
halil halima halina hamid hamza hanan hanane hanneke hannie hans harm harmen harrie harry hasan hassan hatice hayat
hedwig heidi hein heleen helga hendrik hendrika hendrikje henk henny henrik herman hermina hessel hicham hidde hikmet
hilda hilde hiltje houda houria huibert hulya huseyin huub ibrahim ikram ilham ilona ilse iman imane imke imran indra
ineke inge ingeborg ingrid irena irma isabel ismail ivana iwona jaap jacek jacoba jacobus jacqueline jacques jadwiga
jamal jamila jan janna janneke jannie janny janusz japke jasper jeanne jeannette jelle jelmer jelte jennifer jeroen
jerzy jessica jikke jitske joanna jochem joep johan johanna johannes jolanda jolanta jolien joop joost joran jorien
joris jorrit josef josien josje jouke jozef judith julia jurjen justyna kadir kadriye kamal kamala karel karima karin
karolina karsten katarzyna kees kemal kenan kerim kerstin khadija khalid kim klaas klaske klazina koen koos krishna
krzysztof kubra laila lamyae lars latifa laura leila leo leyla lianne lidia lidwien lieke lies liesbeth lieuwe linda
lisette lodewijk loes lotte lubna luca lucia ludo luuk maaike maarten maciej magda magdalena mahmoud mahmut malgorzata
malika manon marcel marek margaret margriet maria mariam marian marianne marieke marietje marijke marit marja marjan
marjolein mark marlies marloes marta martha martijn martina maryam mathilde mehmet melek meliha menno meral mert
meryem metin metje michael michal michel michelle mieke mien mireille miriam mohamed mohammad mohammed mohan moniek
monika monique mounir mourad muhammed mukaddes murat mustafa nabil nadia nadine naima najat najib natalia natasja
nawal necati nel nelleke nermin neslihan nezha nicole niels nienke nilgun nina nordin nuray nuri nursel okan oksana
olga omar omer onno oscar osman otto ousmane ozlem patricia patrick patrycja paula paulien pawel peter petra piet
pieter pieternella pietje pinar piotr pytsje rachid rachida radha rahma ramazan ranjit recep reinder remco renate
renee resul ria richard rik rita rob robert roel roelof ron ronald rosa rosalie rudi ruud ryszard said saida saliha
salim samir samira sander sandra sangita sanne santosh saskia sebastiaan sebnem selim selma semra serdar serkan sevda
sevim sharda sheila shirley sibel siebe sieger sietske silvia simone sjaak sjoerd sjors sjoukje slawomir sofie soraya
soufiane stanislaw stefan steven stijn sukran suleyman sumeyra sunita suriya susan sushila suzanne swantje sylvia
sytske tanja tarik teuntje theo theodora thijs thomas tim tineke tjeerd tjitske tom tomasz toos trijntje trudy truus
tugba turgut uma ursula usha vera veronica vijay volkan waclaw waldemar wanda wendy wia wiebe wiebren wieslaw wietske
wilhelmina wilhelmus willeke willem willemien willemijn willie wilma wim witold wojciech wouter wybe yara yasemin
yasin yasmin yasmina yassin yavuz yildiray youssef ysbrand yusuf yvette yvonne zahra zakaria zbigniew zehra zekiye
zeliha zeynep zineb zofia zohra zouhair zuzanna
"""
FAMILY = """
aalbers acar aksoy aktas akyol albayrak amatdjais arntz arslan aslan atalay avci aydin aydogan bakkali balci
baldewsingh bayram belkacem benali bennani benyahia biharie bissessur boedhoe bouali bouazza bouhlal boukhari brouwers
bulut celik cetin chaoui claessens dekkers demir demirci demirtas derksen dogan driessen duman elmas erdem erdogan
erkan evers gajadien gerritsen giesbers guler gunes gungor haddou hendriks hendriksen hermans huijbers idrissi
jacobsen jagroep jankipersad jansen janssen janssens kaczmarek kahraman kalicharan kaplan karaca karakaya kartosen
kaya kaymaz kilic klaassen korkmaz kowalczyk koyuncu kuijpers kurt kuypers lewandowska lewandowski mahabier martens
mazur mertens mohabir nowak nowicki oemrawsingh ouali ozcan ozdemir ozkan ozturk petersen pietersen pinas polat
raghoebir ramautar ramcharan ramdas ramdin ramdjan ramlal ramsaran ramsoekh reijnders rutten sahin saric sewnath
simsek sital soekhoe soerdjan soylu sukhraj tahiri tekin teunissen theunissen thijssen toprak unal uysal verbeek
verhagen verhoeven vermeulen willemsen wojcik wolters wouters wozniak yalcin yaman yavas yildirim yildiz yilmaz yuksel
zielinska zielinski zouhri
"""
KNOWN = frozenset(f"{FIRST} {FAMILY}".split())
"""All of them."""
