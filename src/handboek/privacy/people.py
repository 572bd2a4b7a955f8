"""What many people are called: first names and family names that are no Dutch word. Nobody in particular is meant.

Without accents and in small letters, as the patterns see them.
"""

from __future__ import annotations

FIRST = """
abdel abdelhak abdelilah abdelkader abdellah abdi abdirahman abdul abdulla abdullah abdurrahman achmed adem adil adnan
adriaan adriana agnieszka ahlam ahmed ahmet aicha aidan aisha akke alaa aleid aleksandra alexandra ali alicja alida
alie aliye amal amina amir amira ammar anand anas andre andrzej anette anil anisa anita anja anke anneke annelies
anneliese annemarie annemieke annette annie anouk ans ante antje antoinette anton arend arie arjan arjen arwa asha
aslihan asma astrid attje auke aukje aya aylin ayse aysel ayten aziz azize bahar bahri baran barbara bart bartosz bas
bashar bauke baukje bea beata beatrix beitske belgin ben bep beppie berend berivan berkay berna bernadette bert betty
betul bianca bilal bilge biniam birgit birgul birsen bob bogdan bouchra bouke boukje brahim bram brigitte britt buket
burak busra cagla canan cansu carla carlijn carlos caroline catharina celal cem cemile cengiz ceren chafik chaima
chaimae chandra chantal charlotte cheng chris christa christiaan christina cihan cindy claudia coby cor cornelia
cornelie cornelis corrie daan dafne dagmar daniek daniela danielle danuta darek debbie demet deniz dennis derya
desiree devika dewi diana dick diederik dieuwertje dieuwke dilan dilara dilek dilnaz dimitri dina dineke dirk dirkje
djamila doekle dorota doutsje doutzen drika driss dunya durk dursun ebrar ebru ecrin ed eda edwin eefje eelco eelke
elias elif eline elisabeth ellen elly els elsje elvira emel emin emine emma emre enes engelien engin erdal ergin erik
erna ernestina erol ersin esma esra esther eva evelien evert ewa fadime fadma fahri faisal faiza farah fardau farid
farida fartun fatih fatiha fatima fatma fatou fatoumata feike femke fenje fenna fenneke ferdi ferhat feven feyza fien
fientje fikret filiz floor fokke folkert foppe fouad francien frank frans fred frederik freek frida froukje fryske
funda fusun gabriela gamal gamze geert geertje geertruida geesje gerard gerben gerbrich gerda gerdien gerlof gerrit
gerritdina gerritje gertrud gertrude geske ghislaine gijs gijsbert gijsbertha gisela gizem gokhan gonul grada greet
greetje greta grietje grzegorz guido gulay gulcan gulhan gulsen gulten gustav guus habiba hafida hafsa hajar hakan
halil halima halime halina hamid hamida hamza hanan hanane hanna hanneke hannie hans harm harmen harmke harrie harry
hasan hasna hassan hatice hatixhe hayat hayriye hedwig heidi hein heleen helga hendrik hendrika hendrike hendrikje
henk hennie henny henrik herma herman hermina hessel hester hicham hidde hikmet hilda hilde hiltje hinke hiske hoda
hodan houda houria hubertus huibert hulya huseyin huub hylke ibrahim iclal idris ifrah ikbal ikram ilham ilknur ilona
ilse ilyas imad iman imane imke imran indra ineke ines inge ingeborg ingrid ioana irena irina irma isabel ismael
ismahan ismail ivana iveta ivo iwona izabela jaap jacek jacoba jacobus jacqueline jacques jadwiga jamal jamila jan
janna janneke jannie janny jantina jantje janusz japik japke jaroslaw jasper jeanne jeannette jelena jelle jellie
jelmer jelte jeltje jeltsje jennifer jeroen jerzy jessica jetske jetty jikke jikkemien jitka jitse jitske joanna
joanneke jochem joep johan johanna johannes jolanda jolanta jolien joop joost jopie joran jorien joris jorrit josef
josien josje jouke jouwert jozef judith julia jurjen justyna kadir kadriye kamal kamala kamil kamila karel karima
karin karolina karsten kasia katarzyna katja kees kemal kenan kerim kerstin kezban khadija khaldoun khaled khalid
khalida kim kinga klaas klaske klazien klazina koen koos kornelis krishna kristof krzysztof kubra laila lamia lamyae
larbi lars latifa laura leentje leila lejla leo leonie levent leyla lianne lidia lidwien lieke lies liesbeth lieuwe
lijntje lina linda lineke lisette lobke lodewijk loes lotte loubna lubna luca lucia ludmila ludo lukasz lutfi luuk
maaike maarten maartje machteld maciej magda magdalena magriet mahdi mahir mahmoud mahmut maikel malgorzata malgosia
malika mandy manon marcel marek margaret margriet maria mariam mariama marian mariana marianne marieke marietje
mariette marijke mariola mariska marit mariusz marja marjan marjanne marjolein mark marleen marlies marloes marouane
marta martha martijn martina marwa maryam marzena mateusz mathilde matthijs maudje maurits mehmet meike meindert melek
meliha melike melissa meltem menno meral mert meryam meryem metin metje michael michal michel michelle mieke mien
mireille miriam miroslaw mohamed mohammad mohammed mohamud mohan mohsin moniek monika monique monir mounir mourad
muhammed muhammet mukaddes mulugeta muna murad murat mustafa nabil nabila nadia nadine naima najat najib nasir nasira
natalia natasja nawal nawel necati neeltje nejat nel nelleke nermin neslihan nesrin nezha nicole niels nienke nihal
nilgun nina niyazi nordin nour noura nouri nuray nurcan nurgul nuri nursel nurten okan oksana olcay olga omar omer
onno orhan osama oscar osman otto ousmane oussama ozgur ozlem patricia patrick patrycja paula paulien pauline pawel
peter petra petronella piet pieter pieternella pietje pinar piotr pleun pleuni przemyslaw pytsje rabia rachid rachida
radha radoslaw rahim rahma rajesh ramazan ramona ranjit rasha rayan recep reinder remco remziye renate renee renske
resit resul reyhan ria richard riekie rients rik rinske rita rixt riza rob robert roel roelie roelien roelof ron
ronald rosa rosalie ruben rudi rukiye ruslan ruud ryszard sabina sabriye sadik safiye sahra said saida sakine saliha
salim salma salwa samir samira samiye samsam sander sandra sangita sanne santosh sarita saskia satish savas sebastiaan
sebnem seher selcuk selim selin selma semiha semra sengul serdar serkan serpil sevda sevgi sevil sevim sharda sheila
shirley sibe sibel siebe sieger sien sientje sietse sietske sigrid siham sijtje silvia simona simone sinan sineke
siska sjaak sjoerd sjoerdje sjors sjoukje slavica slawomir smail sofie songul soraya soufiane soumaya stanislaw stefan
steven stijn suat sukran suleyman sultana sumeyra sunita suriya susan sushila suzanne swantje sybren sylvia sylwia
syreeta sytske tahar tanja tarik tarkan tatjana tesfay teun teuntje thamar thea theo theodora theresia thijs thomas
tijmen tim tineke tinie tjalling tjeerd tjerk tjibbe tjitske tom tomasz tomke toos touria trijntje trudy truus tsjikke
tugba tuncay turgut turkan ufuk ugur ulku uma umit umut ursula usha valentina vedat vera veronica vijay viktor vildan
vishal volkan waclaw waldemar waleed walid wanda wendy wia wiebe wiebren wiesje wieslaw wietske wijnand wilco
wilhelmina wilhelmus willeke willem willemien willemijn willemijntje willie wilma wim wioletta witold wojciech wouter
wybe yagmur yahya yakup yara yasemin yasin yasmin yasmina yasmine yassin yavuz yeliz yener yeter yfke yildiray yildiz
yonas younes youness yousra youssef ysbrand ytsje yuksel yulia yusuf yvette yvonne zahra zakaria zbigniew zehra
zekeriya zeki zekiye zeliha zeynep zinab zineb zoe zofia zohra zoubida zouhair zubeyde zuhal zulfiye zuzanna
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
