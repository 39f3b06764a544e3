package text

var reviewTexts = map[string]entry{
	"review.line": {"[%[1]d tilbage] %[2]s  %[3]s  %[4]s t  %[5]s", "[%[1]d left] %[2]s  %[3]s  %[4]s h  %[5]s"},
	"review.what": {"Enter: godkend · p projekt · d to-do · t tag · h timer · x tekst · s spring over · n senere · q stop · ? hjælp >", "Enter: accept · p project · d to-do · t tag · h hours · x text · s skip · n later · q quit · ? help >"},
	"review.help": {`  Enter  linjen er rigtig, som den står
  2      tag det andet forslag i stedet
  p d t  vælg projekt, to-do eller tag
  h      ret timerne: 1,25 eller 1:15 eller 75m
  x      skriv registreringens tekst
  b      tæl linjen helt med, selv om noget andet ligger samtidig
  k      tag det, kalenderen siger nu (Enter beholder linjen, som den er)
  w      du arbejdede undervejs: turen hører til det, mødet hører til
  /      del op mellem projekter;  m  læg sammen med en anden linje;  +  tilføj en linje samme dag
  s      spring over denne gang;  a  spring altid over
  n      lad linjen vente til senere
  q      stop; alt, hvad du har afgjort, er gemt`,
		`  Enter  the line is right as it stands
  2      take the other suggestion instead
  p d t  choose project, to-do or tag
  h      correct the hours: 1.25 or 1:15 or 75m
  x      write the registration's text
  b      count the line in full, though something else is at the same time
  k      take what the calendar says now (Enter keeps the line as it is)
  w      you worked on the way: the journey belongs where the meeting does
  /      split between projects;  m  merge with another line;  +  add a line on the same day
  s      skip this time;  a  skip always
  n      leave the line for later
  q      quit; everything you decided is saved`},
	"review.project":    {"Projekt (nummer eller navn):", "Project (number or name):"},
	"review.tag":        {"Tag (nummer eller navn):", "Tag (number or name):"},
	"review.task":       {"To-do (nummer, eller en ny titel):", "To-do (number, or a new title):"},
	"review.hours":      {"Timer:", "Hours:"},
	"review.note":       {"Tekst:", "Text:"},
	"review.shares":     {"Projekter og dele, fx OS2iot 2, OS2ai 1:", "Projects and parts, such as OS2iot 2, OS2ai 1:"},
	"review.no-share":   {"%q er ikke et projekt og et antal dele, fx OS2iot 2", "%q is no project and number of parts, such as OS2iot 2"},
	"review.merge":      {"Læg sammen med (nummer):", "Merge with (number):"},
	"review.no-line":    {"der er ingen linje %q den dag", "there is no line %q on that day"},
	"review.title":      {"Hvad:", "What:"},
	"review.no-project": {"der er intet projekt %q i reglerne eller blandt dine i Leantime", "there is no project %q in the rules or among yours in Leantime"},
	"review.decided":    {"✓ %s › %s · %s", "✓ %s › %s · %s"},
	"review.no-tag":     {"der er intet tag %q; vælg et af de viste", "there is no tag %q; choose one of those shown"},
	"review.unknown":    {"%q er ikke et af svarene:", "%q is none of the answers:"},
	"review.no-second":  {"der er intet andet forslag", "there is no other suggestion"},
	"review.no-hours":   {"%q er ikke timer som 1,25 eller 1:15 eller 75m", "%q is no hours such as 1.25 or 1:15 or 75m"},
	"review.fill":       {"Tal: tilføj · Enter: lad det være · q stop >", "Number: add · Enter: leave it · q quit >"},
	"review.no-choice":  {"der er intet forslag %q", "there is no proposal %q"},
	"review.no-number":  {"der er intet nummer %d", "there is no number %d"},

	"review.left":     {"%[1]d linjer mangler stadig en afgørelse. Fortsæt med: ugeseddel review --week %[2]s", "%[1]d lines still need a decision. Go on with: ugeseddel review --week %[2]s"},
	"review.left.one": {"%[1]d linje mangler stadig en afgørelse. Fortsæt med: ugeseddel review --week %[2]s", "%[1]d line still needs a decision. Go on with: ugeseddel review --week %[2]s"},
	"review.done":     {"Alt er afgjort. Se planen og bogfør med: ugeseddel post --week %s", "Everything is decided. See the plan and post with: ugeseddel post --week %s"},
}
