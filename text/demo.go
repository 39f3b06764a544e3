package text

var demoTexts = map[string]entry{
	"demo.preview": {"Fredag eftermiddag: ugen, som kalenderen fortæller den", "Friday afternoon: the week as the calendar tells it"},
	"demo.review":  {"Det, der mangler en afgørelse", "What needs a decision"},
	"demo.post":    {"Planen: hvad der vil ske i Leantime – og så sker det", "The plan: what would happen in Leantime – and then it does"},
	"demo.shown":   {"Sådan viser TimeTable i Leantime nu ugen", "This is how TimeTable in Leantime now shows the week"},
	"demo.again":   {"Og hvis man kører det én gang til? Så sker der ingenting", "And when it is run once more? Nothing happens"},
	"demo.end": {
		"Det var hele opgaven. Alt lå i en midlertidig mappe og er væk igen.\nPrøv med din egen kalender: ugeseddel preview uge.ics --week last",
		"That was the whole job. All of it lay in a temporary folder and is gone again.\nTry your own calendar: ugeseddel preview week.ics --week last"},
}
