// How much each word of a turn speaks for the rep (above 0) or the customer (below), in hundredths of a log-odds.
// Fitted by bench/fit-speaker-weights.ts, which says how and on what; not edited by hand.

export const speakerBias = -64;

export const speakerWeights = `
conversation=271|sir=238|^ goodbye=186|u=179|correct ?=179|one moment=178|gotcha=170|^ all=159|input=156|pleasure=155|have you=148|go over=146|calling=144|road=143|mr=143
end of=141|that's all the=139|connect=138|^ and=135|glad=134|not ?=134|shall=132|that you=131|you don't=130|yes they=128|spell=125|do have=124|^ have=123|^ now=123|we go=122
need your=121|system=117|get you=116|quote=115|^ okay=115|okay so=113|reasons=113|rate=113|el=112|let's see=112|quality=112|apologize=111|we're=111|rates=111|successful=109
^ so=109|you really=109|it will=109|sharing=108|okay ?=106|problem=106|verify=105|a second=105|we get=104|how about the=104|you and=103|you're looking=102|thank you and=101|preferences=101|hear=101
you've=100|like ?=100|definitely=100|name ?=99|has an=98|get your=98|you would like=98|^ right=97|you're=97|your=97|^ got=96|may be=96|you go=96|for calling=96|successfully=95
why=95|^ gotcha=95|in the past=95|the policy=94|work ?=94|no problem=94|you enjoy=94|per=93|with you=93|hold=93|all the information=93|enter=93|me one=92|the date=92|is now=92
you'd=91|you did=91|phone number is=91|your account=90|requirements=90|moment=90|i understand=90|you a=90|^ why=89|that's fine=89|location=89|got it=89|state=88|# s=88|from ?=88
awesome=88|what about the=88|match=88|several=87|take care=87|agree=87|have two=87|is an=87|you still=87|i see=87|request=87|with your=87|welcome=86|takes=86|^ did=85
sound=85|currently=85|but the=84|sure thing=84|otherwise=84|blue=84|^ nice=84|you looking=83|place ?=83|model of=83|you would=83|located=83|from this=83|did you=82|about this=82
you like the=82|is your=82|you there=82|you prefer=82|model=81|please stay=81|around #=80|that be=80|unfortunately=80|discuss=80|they do=80|to confirm=80|quick=80|while we=79|will you=79
if you're=79|towards=79|number of=79|your current=79|and is=79|^ unfortunately=79|reason=78|i do have=78|how can i=78|i was able=77|how many=77|records=76|searching=76|with them=76|are you=76
for you=76|and one=76|^ a=75|how can=75|what is your=75|scheduled=75|have #=75|it looks like=74|specific=74|tell me your=74|to your=74|do you like=74|book ?=74|older=74|until=74
name=74|are #=73|to help you=73|you be=73|understand=73|information=73|and get=73|these=73|hold on=72|i'm sure=72|and your=72|you said=72|you were=72|yes the=72|of your=72
looks like=72|half=72|help ?=72|so i'm=71|a problem=71|anything else you=71|is # #=71|does not=71|you like=71|email=71|okay thanks=71|we'll=70|also have=70|prefer ?=70|i help=70
you looking for=70|i try=70|to discuss=70|you do not=70|mile=70|do you want=70|confirm your=70|vehicle ?=70|can i help=70|i'm sorry=69|i have your=69|need to know=69|other than=69|the date of=69|something else=68
but there=68|i make=68|to you=67|including=67|about that=67|make and=67|are you looking=67|in order=67|okay=67|i apologize=67|any particular=67|for what=67|perfect=67|code=66|ok then=66
apply=66|you for=66|just to=66|and what's=66|excellent=65|fit=65|you need=65|pass=65|there a specific=65|you now=65|^ this=65|a specific=64|home=64|process=64|further=64
# the=64|vin=64|a type of=64|rated=64|got the=64|you for that=64|me your=64|a type=63|many people=63|sorry=63|^ excellent=63|that for you=63|work for you=63|wonderful=63|^ your=63
else ?=63|# minutes=63|that sound=63|to ask=63|say that=62|you'd like=62|can definitely=62|success=62|it looks=62|is in the=62|what's your=62|all right=62|confirm=62|indeed=62|come=62
will you be=61|you want=61|there are=61|you'll=61|purposes=61|save=61|because it's=61|^ there=61|^ in=61|across=61|to you ?=60|the information=60|^ see=60|it's been=60|else you=60
was able=60|was able to=60|we have=60|up with=60|however=60|right and=60|you on=59|see you=59|^ who=59|like about=59|best=59|you to=59|just need to=59|a particular=59|afraid=59
and that's=58|can try=58|very nice=58|particular=58|today ?=58|to ?=57|you=57|town and=57|you like a=57|^ at=57|enjoy your=57|^ you=57|can help with=57|model of the=56|any other=56
has been=56|have your=56|for how=56|a moment=56|able to get=56|were you=55|your question=55|left=55|you say=55|we don't have=55|quickly=55|showing=55|did=55|name of=55|^ very=55
some information=55|standard=54|^ when=54|favorite=54|guys=54|worth=54|it does=54|safe=54|a detailed=54|# hours=54|street=54|description=54|and does=54|i found=53|^ was=53
much for=53|do you=53|perhaps=53|^ for=53|last name=53|please provide=53|what else=53|one last=53|do you need=53|no there=53|free to=53|category=52|that way=52|i'm just=52|sorry i don't=52
you with that=52|^ please=52|interested=52|^ wonderful=52|i can=51|sure what=51|be interested=51|it for you=51|your name ?=51|you about=51|thank you for=51|please ?=51|call=51|the last=51|sure i have=51
please provide the=51|up to=51|like me=51|cannot=50|make the=50|would you like=50|you ?=50|ok thanks=50|minutes=50|minimum=50|contact=50|do you require=50|^ where=50|please have your=50|thanks for=50
a certain=50|^ after=50|i can definitely=49|listed=49|the following=49|information that=49|name please=49|see=49|try another=49|is that=49|are not=49|was not=49|your name=49|lower=49|hope you=49
for you now=49|meet=49|that i need=49|to help=48|^ absolutely=48|name of the=48|lane=48|yes it=48|? it=48|no they=48|you like that=48|checked=48|would you=48|provide me with=48|to get you=47
of it ?=47|your request=47|you for calling=47|we=47|not available=47|and have=47|or is=47|you is=47|be interested in=47|to have a=47|about those=47|there is=46|love it=46|to hear=46|is in=46
more about=46|want to make=46|yeah that's=46|of #=46|get back to=46|sorry that=46|sure the=46|questions ?=46|statement=46|you interested=46|^ we're=46|the search=46|the details=46|yes it is=46|that's what=46
you prefer ?=46|to get the=45|thanks so=45|thanks so much=45|you'd like to=45|this is=45|i hope you=45|^ on=45|at your=45|name please ?=45|and then=45|ok and=45|going to be=45|give me a=45|correct=45
you like to=45|update=45|what kind=45|what kind of=45|the only=45|your date=44|typically=44|okay let's=44|many=44|after that=44|have a lot=44|ok how about=44|could you provide=44|now for=44|city=44
like i said=44|you from=44|fits=44|sorry i was=44|in an=44|it ?=44|exactly=44|text message=44|so much for=44|type=44|in your=44|is worth=43|made ?=43|we do=43|sounds like=43
that fits=43|help you find=43|your date of=43|for you ?=43|^ we=43|yes you=43|it can=43|questions=43|help you=43|not have=43|license=43|policy ?=43|? please=43|good bye=43|you today=43
assist with=43|proceed with=43|absolutely=43|me more=43|i'm going to=43|for that=43|go ?=43|to proceed=42|name and=42|assist you=42|here=42|only=42|review=42|for # minutes=42|your vehicle=42
have your name=42|accepted=42|confirm the=42|payment=42|you require=42|a price=42|there any other=42|house=41|you provide=41|nice to=41|have ?=41|at this time=41|tell me what=41|looking for ?=41|you had=41
the name of=41|what was=41|current=41|# and=41|i know=41|i can help=41|it can be=41|ok how=41|doesn't have=41|very good=41|you must=41|you like it=41|stars=40|if you want=40|# is=40
they can=40|what was it=40|day=40|old=40|no i just=40|but it looks=40|drive=40|^ also=40|^ cool=40|you are=40|no i am=39|# in=39|you interested in=39|has no=39|move=39
you like ?=39|them ?=39|^ alright=39|enjoy=39|anything else ?=39|just one=39|date of=39|^ good=39|number is=39|you need to=39|looking to=39|first and=39|anything like that=39|is excellent=39|are you interested=39
that information=39|grey=39|wants=39|found=39|church=38|you or=38|choice=38|a wonderful=38|smaller=38|would that=38|the original=38|our=38|any more=38|there's no=38|be happy to=38
is a=38|a time=38|to choose=38|it's an=38|give you=38|no the=38|changes=38|types of=38|me about=38|how long=38|be ok=38|city ?=38|you have been=37|what was the=37|the vehicle=37
with today=37|contact number=37|me get=37|assist=37|a couple of=37|you to the=37|hours=37|forward=37|your name please=37|of the first=37|why is=37|provide me=37|and are=37|in the future=37|^ there's=36
mean i=36|i couldn't=36|it the=36|right=36|is #=36|and have a=36|are you going=36|me what=36|of people=36|list=36|happy to help=36|security=36|walk=36|add=36|think it's a=36
to try=36|message=36|as well as=36|b=36|and also=36|morning=35|there is no=35|that your=35|why ?=35|policy=35|have any other=35|for me please=35|all ?=35|let me=35|# to #=35
experience=35|okay and=35|any further=35|me to=35|information i=35|i was not=35|provide=35|# # #=34|in mind=34|that ?=34|is that the=34|more information=34|by the=34|can see=34|with that=34
might=34|so i can=34|reach=34|or=34|comes=34|you going=34|out with=34|dogs=34|talk=34|if you=33|that the=33|and date=33|it is a=33|interested in ?=33|after the=33
may i please=33|alright the=33|certainly=33|i can find=33|totally=33|and what=33|please provide me=33|made=33|quite=33|work for=33|it'll=33|car ?=33|don't have any=33|that was a=33|^ they=33
would that be=33|up for=33|major=33|started=33|have a wonderful=32|^ that's=32|^ with=32|if you'd=32|might be=32|done=32|provide you=32|providing=32|busy=32|me please ?=32|yes that=32
can help=32|appreciate=32|higher=32|should=32|and has=32|^ you're=32|know your=32|^ because=32|d=32|or not=32|? it's=32|^ thank=31|be at=31|staying=31|have found=31
i have found=31|yeah it=31|you looking to=31|and for=31|mm=31|close to=31|your car=31|own=31|^ bye=31|^ then=31|year=31|keep you=31|out to=31|ok=31|and their=31
it for me=31|what would be=31|understand what=31|it comes=31|is # and=31|day of the=31|go ahead and=31|another=31|day of=31|but we=31|missing=30|you please provide=30|a better=30|information i need=30|so it's=30
else=30|following=30|anything like=30|as well=30|yes you can=30|how does=30|tell me about=30|and time=30|things=30|ahead and=30|provided=30|to save=30|# x=30|rating=30|shop=30
information you=30|types=30|wasn't able=30|wasn't able to=30|assistance=30|type of=30|# which=30|i've got=30|true=30|that please ?=30|birth ?=29|of birth ?=29|i wasn't able=29|to update=29|one more=29
well as=29|may=29|with=29|was your=29|due=29|art=29|pick you=29|any other questions=29|try to=29|at # #=29|are in=29|for ?=29|day and=29|is no=29|a text=29
it is=29|the details of=29|end=29|what was your=29|or do you=29|^ would=29|is not=29|search=29|to go ahead=29|ride=29|for our=29|people are=28|from #=28|address for=28|anything else=28
i assist=28|details of=28|limited=28|i'm going=28|^ if=28|detailed=28|a very=28|just got=28|wanting=28|can you give=28|is one=28|me an=28|if you'd like=28|not have any=28|i'll just=28
available at=28|that type of=28|written=28|a few=28|your time=28|sure i=28|me please=28|an email=28|requested=28|you think=28|plenty=28|asking=28|verify your=27|be happy=27|# to=27
provide you with=27|looks=27|^ what=27|can i assist=27|please confirm=27|short=27|ask=27|would need=27|happy to=27|will be=27|social=27|refund=27|the cheap=27|choose=27|the number of=27
just want to=27|than that=27|they don't=27|see if=27|i can assist=27|above=27|feel free=26|feel free to=26|regarding=26|english=26|are a=26|i help you=26|so the=26|on one=26|what you=26
we don't=26|found a=26|once=26|in order to=26|order to=26|good for=26|updated=26|maybe #=26|and see if=26|you're welcome=26|what about=26|birth=26|pick you up=26|sorry i=26|may i=26
let us=26|let us know=26|back to the=26|here is=26|please tell me=26|follow up=26|few=26|us know=26|does that=26|name for=26|a refund=26|^ ah=26|score=25|to make sure=25|that type=25
can assist=25|but i don't=25|and i have=25|ah=25|with ?=25|do you prefer=25|we can=25|if we=25|full=25|and could you=25|assist you with=25|# it=25|you with=25|and on=25|way=25
it's not=25|can help you=25|to keep=25|it out=25|coming up=25|is=25|me to make=24|be the=24|time and=24|great day=24|time=24|in #=24|multiple=24|or do=24|one of=24
say=24|o=24|you in=24|the first=24|making=24|are=24|do not have=24|be on the=24|# and #=24|get it=24|to assist you=24|i'll have=24|try to find=24|must=24|possibly=24
and i'll=23|time you=23|this for you=23|dates=23|a couple=23|see if i=23|it then=23|^ great=23|that there=23|consider=23|may have=23|hello there=23|de=23|girl=23|to make a=23
for you today=23|have a great=23|not like=23|see how=23|other questions=23|you going to=23|the information you=23|acceptable=23|can assist you=23|your time and=23|what can i=23|you have a=23|reference=23|show=23|alright=23
for your=23|let's go=22|that time=22|you do you=22|goodbye=22|that is the=22|i cannot=22|credit=22|option=22|is actually=22|let=22|couldn't=22|anything specific=22|you been=22|get some=22
you may=22|will be in=22|no more=22|let's go ahead=22|aren't=22|able to=22|to assist=22|can find=22|did you have=22|as far=22|st=22|but i do=22|i assist you=21|would=21|date=21
^ try=21|if i can=21|you please confirm=21|else that=21|options=21|do for=21|^ as=21|was a=21|take=21|in the area=21|party=21|the city=21|proceed with the=21|^ don't=21|mind=21
don't think=21|birth for=21|of birth for=21|accident=21|top=21|so it=21|scheduled for=21|makes=21|require=21|do=21|one for=21|all the=21|a little bit=21|little bit=21|the street=21
you might=21|preferences ?=21|? $=21|the information i=21|isn't=21|like this=20|seeing=20|and=20|is there something=20|?=20|^ to=20|can only=20|it seems=20|a #=20|^ the=20
there something=20|check for=20|of these=20|both of=20|with some=20|recommend=20|them at=20|used=20|and in the=20|the whole=20|his=20|fall=20|^ let=20|you also=20|you need any=20
i may=20|park and=20|we need to=19|just got a=19|driver=19|and now=19|for me to=19|about it=19|it is the=19|a great day=19|i don't have=19|anything else that=19|with today ?=19|yes my=19|second=19
to meet=19|like to go=19|history=19|and how many=19|was it=19|can make=19|i'm very=19|deal=19|out of the=19|phone number for=19|anything else i=19|did you want=19|and what was=19|out for=19|sure you=19
now=19|as the=19|sorry i'm=19|you with the=19|how=19|heard about=19|i can do=19|saving=19|and do you=18|this for=18|there are a=18|answer=18|what do=18|king=18|# for=18
so we=18|club=18|where=18|could you please=18|see a=18|one was=18|but i am=18|help with ?=18|date of birth=18|of birth=18|^ one=18|type ?=18|wanting to=18|me to try=18|computer=18
unfortunately i=18|house and=18|need any=18|confirming=18|that is there=18|to them=18|or the=18|do for you=18|one ?=18|to sleep=18|have=18|thanks for your=18|any specific=18|number is #=18|is on=17
last=17|can we try=17|it from=17|ok can you=17|the bus=17|just need=17|to make=17|and the other=17|cute=17|door=17|to see ?=17|paid=17|^ it=17|help with that=17|yourself=17
meets=17|to be a=17|expensive=17|able=17|close=17|# minutes and=17|minutes and=17|there anything else=17|will need a=17|cheap=17|j=17|both=17|of you=16|and at=16|the number=16
has=16|me check=16|^ ok=16|c=16|on what=16|date ?=16|can be=16|just want=16|not a=16|this time=16|working=16|that it was=16|the past=16|you bye=16|like your=16
bit more=16|me see=16|what=16|picked=16|that all=16|number=16|you have any=16|used to=15|is the only=15|right ?=15|about the=15|to be on=15|to make the=15|sense=15|on #=15
a room=15|hello can=15|get back=15|can do for=15|cost=15|slot=15|you give=15|can you also=15|i would be=15|not in=15|like more=15|that one ?=15|i can see=15|anyone=15|you want to=15
know where=15|when you=15|me know if=15|get this=15|how to=15|you will=15|thanks for the=15|i could=15|now ?=15|see ?=15|not have an=15|like to=15|can you provide=15|^ just=15|anything about=15
a wonderful day=14|wonderful day=14|# per=14|support=14|else i can=14|# days=14|of what=14|good night=14|that please=14|vehicle=14|will be on=14|time ?=14|i don't think=14|there's a lot=14|to a=14
provide the=14|up=14|you today ?=14|the right=14|pretty good=14|guest=14|not sure=14|check that=14|help you ?=14|over the=14|but not=14|they are=14|hit=14|more=14|help with=14
this=14|text=13|on tuesday=13|hello my=13|evening=13|a little=13|middle=13|on my=13|code ?=13|college=13|required=13|and what is=13|and will=13|plenty of=13|they just=13
up in=13|inside=13|can i=13|well it=13|else i=13|me and=13|questions for=13|start=13|to travel=13|which=13|others=13|^ sounds=13|hello can you=13|like something=13|not be=13
^ i'm=13|about your=13|appreciate it=12|i'd be happy=12|apartment=12|away=12|served=12|and can i=12|of one=12|finding=12|# years=12|than the=12|office=12|today=12|it's a=12
you up=12|hi can you=12|was the=12|for that information=12|nice=12|we need=12|have you been=12|couple=-12|supposed to be=-12|amazing=-12|found the=-12|my son=-12|will take=-12|please have=-12|what's the=-12
and i want=-12|make=-12|off=-12|like an=-12|shows=-12|into=-13|offer=-13|and then i=-13|that was all=-13|low=-13|about ?=-13|it have=-13|early=-13|same day=-13|a big fan=-13
soon=-13|know about=-13|and the=-13|yellow=-13|stay at=-13|want to see=-13|guess i'll=-13|looking for an=-13|i found the=-13|be it=-13|trip=-13|to this=-13|the entire=-13|they have a=-13|i think i'm=-13
better than=-13|like it=-13|i wanted=-13|next=-13|care for=-13|like a=-13|e=-13|any kind=-13|is good=-13|all of=-14|search for=-14|really have=-14|think ?=-14|^ go=-14|about a=-14
please=-14|just have=-14|book=-14|need to=-14|he is=-14|^ by=-14|only one=-14|i need some=-14|realized=-14|the same=-14|alpha=-14|there be=-14|and good=-14|have the=-14|claim=-14
am=-14|of course=-14|there an=-14|want it=-14|don't remember=-14|? if=-14|number and=-14|view=-14|all of the=-14|the car=-14|^ hi=-15|buy=-15|^ which=-15|will have to=-15|really care=-15
me a=-15|where you=-15|to pay for=-15|box=-15|for one=-15|a kid=-15|up the=-15|^ could=-15|have been=-15|i really don't=-15|based=-15|yes i need=-15|the middle of=-15|i can't=-15|in the middle=-15
not really=-15|american=-15|want to=-15|lot of=-15|daily=-15|confused=-15|except=-15|is it a=-15|sorry about=-15|my own=-15|part=-15|all i needed=-15|to check the=-16|for your time=-16|you so=-16
said=-16|dr=-16|this one=-16|thank you=-16|know if there=-16|think of=-16|since i=-16|the restaurant=-16|want=-16|at least #=-16|least #=-16|michael=-16|problems=-16|thank=-16|to get my=-16
i will=-16|let's=-16|instead of=-16|the star=-16|on a=-16|after=-16|start with=-16|i was=-16|anymore=-16|don't have a=-16|it would=-16|a bit=-16|but i just=-16|and you=-16|way i=-16
not too=-16|think i'm=-16|i already=-16|you that's=-16|also need=-17|get a=-17|up and=-17|try the=-17|could you give=-17|and provide=-17|with me ?=-17|would like it=-17|a lot=-17|it but i=-17|if it's=-17
a way=-17|help=-17|pick=-17|i am=-17|available for=-17|together=-17|the wrong=-17|the first one=-17|for any=-17|enjoyed=-17|head=-17|how do=-17|can look=-17|like that=-17|my daughter=-17
and i need=-17|customers=-17|is great=-17|as a=-17|in my=-17|for the same=-17|also need to=-17|child=-17|look for=-17|it when=-17|to get a=-18|it thanks=-18|regular=-18|to find a=-18|light=-18
that he=-18|that should=-18|so much=-18|check on=-18|would prefer=-18|one of those=-18|i'll=-18|access=-18|the kind=-18|johnson=-18|think about=-18|could have=-18|big fan=-18|says=-18|a bunch of=-18
a bunch=-18|and would=-18|my friends=-18|^ thanks=-18|hotel=-18|i'm trying to=-18|i hear=-18|it to=-18|first one=-18|yes i would=-18|don't care about=-18|it has=-18|going to the=-18|there i=-18|i don't really=-18
goes=-18|f=-18|one=-18|a trip=-18|it's very=-18|help i=-18|needs to=-19|car=-19|info=-19|leave=-19|very much=-19|i went=-19|? i don't=-19|it=-19|for the=-19
such as=-19|put=-19|either=-19|looking=-19|at least=-19|i'll need=-19|the world=-19|# # ?=-19|? can you=-19|my mind=-19|no i haven't=-19|of that=-19|you for the=-19|that's=-20|i find=-20
usually=-20|so sorry=-20|of any=-20|it's #=-20|is there=-20|and i don't=-20|it needs to=-20|what are=-20|also i=-20|acting=-20|no i don't=-20|don't have the=-20|my name is=-20|need some=-20|board=-20
yes i've=-20|no=-20|^ yeah=-20|world=-20|than=-20|another one=-20|code is=-20|they're=-20|that's all i=-20|black=-20|really great=-21|a while=-21|center=-21|i feel like=-21|going=-21
i've heard of=-21|more than=-21|now that=-21|as long as=-21|if i=-21|you could=-21|oh=-21|forward to=-21|have in=-21|sorry it=-21|super=-21|came=-21|go back to=-21|thank you can=-21|at a=-21
entire=-21|happening=-21|most of=-21|their=-21|good=-21|far=-21|holiday=-21|so i don't=-21|that'll=-21|matter=-21|going on=-21|days=-21|be a=-21|get an=-22|it doesn't=-22
at the same=-22|the middle=-22|as long=-22|some=-22|that would=-22|they allow=-22|special=-22|as well ?=-22|well ?=-22|supposed=-22|supposed to=-22|to be in=-22|prefer a=-22|sick=-22|^ are=-22
there any=-22|being=-22|bunch of=-22|bunch=-22|can i have=-22|wait to=-22|he just=-22|check out=-22|you have in=-22|maybe i=-22|for me and=-22|not going to=-22|a bad=-22|hear that=-22|a nice=-22
during=-22|not going=-22|i guess i=-22|and they're=-22|need=-22|to go=-22|first=-22|tesla=-23|it also=-23|that a=-23|someone=-23|get to the=-23|restaurant=-23|i get=-23|original=-23
with the=-23|lot=-23|go on=-23|took=-23|oh no=-23|it's the=-23|seems=-23|then i=-23|^ do=-23|number please=-23|is there one=-23|there one=-23|just give=-23|be okay=-23|go to=-23
at that=-23|now can you=-23|for an=-23|dry=-23|great thanks for=-23|watch=-23|also=-23|i don't remember=-23|oh yeah=-23|but i=-23|how about a=-23|one on=-24|are there any=-24|wasn't=-24|general=-24
long as=-24|to tell=-24|driving=-24|room=-24|home and=-24|so that=-24|thank you so=-24|you so much=-24|won't be=-24|what's=-24|thinking=-24|one of them=-24|often=-24|think so=-24|they=-24
what about a=-24|great could=-24|told me=-24|this ?=-24|live=-24|gave=-24|poor=-24|future=-24|leaving=-24|think the=-24|i need it=-25|for it=-25|setting=-25|places=-25|i get a=-25
as it is=-25|travel=-25|the most=-25|one with=-25|time for=-25|cash=-25|i have you=-25|out in=-25|was going to=-25|i go=-25|great what=-25|is a great=-25|just a=-25|you get=-25|does=-25
# i=-25|spot=-25|would be=-25|too much=-25|and i will=-26|a long=-26|getting=-26|mood=-26|night ?=-26|try=-26|would be all=-26|within=-26|wanted=-26|l=-26|i think that=-26
way to=-26|# from=-26|^ it's=-26|i feel=-26|later=-26|that doesn't=-26|before we=-26|# with=-26|can you just=-26|as possible=-26|^ anything=-26|who are=-26|didn't have=-26|to stay=-26|the same time=-26
allow=-26|go back=-26|had=-26|wondering=-26|get my=-26|minute=-26|is the=-26|case=-27|that it=-27|know if the=-27|bye=-27|the area=-27|all for=-27|time to=-27|need help=-27
^ is=-27|though=-27|you confirm=-27|guess i=-27|it to be=-27|have some=-27|i might=-27|got to=-27|looking for the=-27|is pretty=-27|hope=-27|# star=-27|what i=-27|he's=-27|kind=-27
any of them=-27|expect=-27|compare=-27|need it=-27|important=-27|every=-27|to bring=-27|interested in=-28|you have to=-28|long=-28|i can't think=-28|pet=-28|excited=-28|any of=-28|me with that=-28
be good=-28|pay=-28|in time=-28|as i=-28|that's all=-28|back=-28|starting=-28|change=-28|and i think=-28|let's do=-28|too bad=-28|find the=-28|help goodbye=-28|your help goodbye=-28|that it's=-28
that i=-28|that just=-28|can go=-28|hoping to=-28|i can't remember=-28|before i=-28|require a=-28|like i=-28|the third=-28|^ my=-28|not that=-28|see what=-29|known=-29|under=-29|yes i=-29
get into=-29|stay with=-29|i'm a=-29|great can you=-29|what are the=-29|know=-29|where i=-29|that's great=-29|no that will=-29|on and=-29|age=-29|feeling=-29|i'm really=-29|don't want=-29|^ may=-29
it at=-29|from a=-29|tickets=-29|middle of=-29|to eat=-29|can do that=-29|again ?=-29|has to=-29|kind of=-29|for something=-29|stay in=-29|change the=-29|of those=-29|would like to=-29|the second=-29
give me=-29|if=-30|coming=-30|have heard=-30|i have heard=-30|i really like=-30|and can=-30|and make=-30|i think that's=-30|complete=-30|you can't=-30|yes i'm=-30|n=-30|ok thank=-30|ok thank you=-30
^ lets=-30|silly=-30|what other=-30|visit=-30|recommendation=-30|thanks and=-30|after a=-30|thing=-30|do you know=-30|so can=-30|called the=-30|me ?=-30|proceed=-30|find=-30|i heard=-30
but yeah=-30|know if=-30|don't=-30|happy=-30|connected=-30|cat=-31|am in=-31|new=-31|want to try=-31|but i would=-31|^ i=-31|it all=-31|he=-31|it just=-31|find it=-31
i will try=-31|will try=-31|oh well=-31|as it=-31|those are=-31|big fan of=-31|? what=-31|tell me the=-31|is there an=-31|does it=-31|^ can=-31|care of=-31|care=-31|happen to=-31|that works=-31
in a=-31|now can=-31|had an=-31|i have no=-31|earlier=-31|it needs=-31|then=-31|is just=-32|about # #=-32|okay i have=-32|i don't need=-32|near=-32|in the same=-32|surprise=-32|plan=-32
how the=-32|know i=-32|should have=-32|will not=-32|name is=-32|see that=-32|ok well=-32|it in=-32|me that=-32|it i=-32|i=-32|^ probably=-32|kid=-32|something that=-32|pretty=-32
have it=-32|^ let's=-32|that would be=-33|it in the=-33|night=-33|it really=-33|you know what=-33|feel=-33|from my=-33|i can get=-33|looking for=-33|my name=-33|me i=-33|asian=-33|make sure the=-33
again=-33|money=-33|more detail=-33|thats=-33|and there's=-33|beginning=-33|^ hello=-33|time i=-33|that can=-33|yes and=-33|boat=-33|well the=-33|be for=-34|dog=-34|i've heard=-34
to me=-34|no i think=-34|white=-34|have a good=-34|for #=-34|for some=-34|some of the=-34|that what=-34|hello=-34|ones=-34|weekend=-34|of it=-34|but they=-34|later ?=-35|on the #=-35
are available=-35|no i=-35|can i please=-35|^ hmm=-35|i'm not=-35|a really=-35|i don't care=-35|information on=-35|^ i'll=-35|something=-35|to use=-35|for a=-35|third=-35|will do=-35|? can=-35
whatever=-35|if you have=-35|really like=-35|be in=-35|day ?=-35|don't care=-35|it should=-35|i had a=-35|it should be=-35|like #=-35|hello i=-35|^ i'd=-35|want to get=-35|season=-35|should be=-35
friendly=-36|detail=-36|late=-36|can't remember=-36|i think i=-36|find a=-36|have to=-36|use=-36|rd=-36|beautiful=-36|services=-36|but that's=-36|family=-36|be able=-36|be able to=-36
having=-36|could you check=-36|stayed=-36|don't really=-36|would like=-36|up a=-36|# st=-36|years=-37|a good one=-37|hall=-37|include=-37|no but=-37|everything i=-37|over #=-37|# rd=-37
on this=-37|to come=-37|one in the=-37|that we=-37|same=-37|i love=-37|right now=-37|th=-37|idea=-37|get to=-37|as good as=-37|who's=-37|most=-37|i've=-37|the next=-37
can i get=-37|trying=-37|somebody=-37|need the=-37|go ahead=-37|bit of=-37|i still=-37|that much=-37|remember=-37|single=-37|no idea=-37|note=-37|you first=-37|there for=-38|saturday=-38
miss=-38|me=-38|degree=-38|as good=-38|^ its=-38|period=-38|be all thank=-38|hard=-38|almost=-38|more time=-38|great that=-38|^ before=-38|to take=-38|front=-38|address ?=-38
cheaper=-38|he was=-38|young=-39|one of the=-39|be #=-39|^ actually=-39|okay can=-39|for me=-39|was a good=-39|all i=-39|^ check=-39|bad=-39|either of=-39|that sounds good=-39|think that's=-39
i had=-39|for this=-39|will just=-39|happened=-39|at all=-39|have no=-39|i'm good=-39|very=-39|i only=-39|is really=-40|bring=-40|its=-40|school=-40|because=-40|fast=-40
can't think=-40|went=-40|can you=-40|everything=-40|a place to=-40|actually i=-40|always=-40|private=-40|each=-40|are very=-40|of a=-40|changed=-40|can't wait=-40|a place=-40|life=-40
want to know=-40|cars=-41|haven't=-41|i have a=-41|know that=-41|just like=-41|of time=-41|they have=-41|are the=-41|think that=-41|that i'm=-41|have a nice=-41|i would=-41|you you=-41|wait=-41
hard to=-41|a nice day=-41|suggestions=-41|i thought=-41|overall=-41|of us=-41|i like to=-41|have to go=-42|love the=-42|everyone=-42|weird=-42|believe=-42|ok great=-42|thank you you=-42|place to=-42
if you can=-42|i also=-42|before=-42|me on=-42|all i need=-42|just=-42|at the time=-42|if they=-42|trying to=-42|me for=-42|yes=-42|do it=-42|one i=-42|friday=-42|a minute=-42
forget=-42|charlie=-42|okay how=-43|okay how about=-43|i just=-43|people and=-43|six=-43|think=-43|okay well=-43|that for me=-43|check=-43|and stuff=-43|great thank=-43|great thank you=-43|it's=-43
i wanted to=-43|# th=-43|thought=-43|on it=-43|out of=-43|myself=-43|one is=-43|over=-43|there's=-43|doing=-43|come to=-43|and i=-44|yes it's=-44|because it=-44|know ?=-44
that i don't=-44|and there=-44|fan=-44|if you could=-44|# ?=-44|i expect=-44|i saw=-44|one in=-44|find out=-44|care about=-44|helpful=-44|be so=-44|pay for=-44|of them=-44|ahead=-45
enjoy the=-45|the the=-45|kids=-45|^ yes=-45|yeah=-45|two days=-45|^ i've=-45|a good=-45|know what=-45|you for your=-45|can't=-45|s=-45|t=-45|think i=-45|m=-45
this place=-45|check the=-45|trouble=-45|for all of=-46|good as=-46|the hotel=-46|how much=-46|nice day=-46|she=-46|it be=-46|that is=-46|i prefer=-46|they were=-46|^ three=-46|gone=-46
i'd like to=-46|company=-46|it's just=-46|to think=-46|do that=-46|what is=-46|style=-47|are they=-47|order=-47|i won't=-47|or #=-47|works for=-47|^ friday=-47|you look=-47|monday=-47
i think=-47|don't know=-47|a two=-47|less=-47|i don't know=-47|waiting=-48|i would prefer=-48|need to make=-48|to the=-48|that in=-48|fan of=-48|much=-48|i'll be=-48|music=-48|with that ?=-49
very helpful=-49|card=-49|my car=-49|now i=-49|to like=-49|the way=-49|big=-49|what you're=-49|with my=-49|you find=-49|was going=-49|that's not=-49|that's all for=-49|die=-49|be there=-49
more thing=-49|one more thing=-49|i'm in=-49|rest=-49|hi i=-50|i usually=-50|depends=-50|boy=-50|there ?=-50|huh=-50|i actually=-50|all your=-50|please try=-50|me in=-50|tuesday=-50
all for now=-50|two=-51|connected to=-51|can you confirm=-51|don't understand=-51|for now thank=-51|recently=-51|thanks goodbye=-51|effects=-51|the driver=-51|and not=-51|one and=-51|week=-51|the guy=-51|been very=-52
rather=-52|would i=-52|hour=-52|toyota=-52|great i=-52|that sounds=-52|r=-52|space=-52|that will be=-52|i'm thinking=-52|^ sure=-52|is fine=-52|# or #=-52|for now=-52|course my=-52
of course my=-52|no that=-53|question=-53|number ?=-53|and a=-53|meant=-53|enough=-53|now thank=-53|now thank you=-53|i forgot=-53|simple=-53|and just=-53|open=-53|was all=-53|bank=-54
i needed=-54|need a=-54|while i=-54|friend=-54|here ?=-54|i want to=-54|lots=-54|lots of=-54|let's say=-54|bye bye=-54|eat=-54|you i=-54|extra=-54|friends=-54|you see=-54
yet=-54|all that=-55|to it=-55|you know if=-55|that's all thank=-55|^ no=-55|too=-55|if it=-55|looking for a=-55|we are=-55|be fine=-55|is for=-55|# or=-56|love=-56|hmm=-56
when it=-56|charge=-56|i need=-56|to call=-56|great can=-56|well i=-56|actually=-56|it thank you=-56|i'm looking for=-56|writing=-56|course i=-57|of course i=-57|on that=-57|it thank=-57|okay what=-57
and it=-57|it's like=-57|is my=-57|happen=-57|hi my=-57|easy=-57|my date of=-57|sometimes=-57|^ of=-57|i like the=-57|i have some=-58|hi my name=-58|that down=-58|i haven't=-58|and i'm=-58
i need to=-58|with it=-58|really good=-59|people=-59|be perfect=-59|read=-59|much is=-59|because i=-59|saw=-59|finish=-59|forgot=-59|thinking about=-59|i guess=-60|baby=-60|a new=-60
with a=-60|do the=-60|i'm=-60|let's try=-60|ever=-60|that have=-60|him=-60|also like=-60|fine=-61|tyler=-61|it for #=-61|when i=-61|do like=-62|i'd=-62|i'd like=-62
sounds=-62|you sure=-62|are just=-62|will be all=-62|was just=-62|# of=-63|anything in=-63|since=-63|thank you bye=-63|i will be=-63|around the=-63|are you sure=-63|the room=-63|i got=-63|can you make=-63
are pretty=-64|and my=-64|^ yep=-64|write=-64|been a=-64|accept=-64|it and=-64|i don't=-64|told=-64|science=-64|^ first=-64|do i=-65|i'm also=-65|main=-65|no that's all=-65
i've been=-65|wanted to=-66|my date=-66|thank you i=-66|for my=-66|^ maybe=-66|for all your=-66|birth is=-66|of birth is=-66|really=-67|guy=-67|i really=-67|it on=-67|my favorite=-67|it had=-67
i should=-67|i have to=-67|feel like=-67|for the help=-68|jane=-68|that is all=-68|at the moment=-68|needed=-68|that's a=-68|it was=-68|great thanks=-68|you know=-68|keep going=-68|you got=-69|yep=-69
^ never=-69|please do=-69|are any=-69|wouldn't=-69|^ correct=-69|the time=-69|go with=-70|fi=-70|doesn't matter=-70|somewhere=-70|i'm interested=-70|i'm interested in=-70|be great=-70|you that=-71|thanks=-71
and they=-71|that will=-71|i have the=-71|there's a=-72|vehicle is a=-72|fun=-72|about one=-72|you check=-72|saying=-72|guess=-72|you ever=-72|^ will=-72|ford=-73|lets=-73|tonight=-73
smith=-73|there were=-74|outside=-74|i do not=-74|you make=-74|your day=-74|anytime=-75|that has=-75|and and=-75|anyway=-75|won't=-75|get me=-75|play=-76|something in=-76|sweet=-76
no that's=-76|john=-76|yes please=-77|? i=-77|whether=-77|get the=-78|i want=-78|options ?=-78|probably=-79|vehicle is=-79|ago=-80|^ like=-80|to my=-80|no thank you=-81|in it=-81
more details=-81|^ not=-81|have you ever=-81|i'm looking=-81|no thank=-82|or anything=-82|i would like=-82|you've been=-83|make it=-83|walking=-83|about my=-84|that's it=-84|hi there=-84|are there=-84|nothing=-84
seat=-85|maybe=-85|additional=-85|nine=-86|no i have=-86|have their=-87|and we=-87|through=-87|all thank=-87|all thank you=-87|hurry=-87|sounds good=-88|phone number and=-88|^ nope=-88|three=-88
works=-88|sure it's=-89|nope=-89|jones=-89|then ?=-90|for all=-91|can we=-92|perfect thank=-92|perfect thank you=-92|stuff=-95|okay i=-95|i did not=-95|the moment=-96|for your help=-97|seven=-97
never=-98|my=-98|possible=-99|of my=-100|if there=-100|i appreciate=-101|help me=-103|sure my=-103|ain't=-104|about #=-105|even=-106|one that=-106|got that=-109|if the=-109|me the=-110
that's why=-110|the help=-111|what the=-113|honda=-114|^ #=-115|i did=-116|eight=-117|instead=-121|talking=-123|tomorrow=-124|fifth=-126|you try=-128|five=-129|i like=-131|what ?=-136
i didn't=-138|^ does=-140|your assistance=-141|what is the=-145|hi i'm=-145|do they=-150|your help=-151|hello i'm=-181|you too=-223
`;
