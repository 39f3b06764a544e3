package leantimetest

import "strings"

// A method is one that the API offers, with what PHP's reflection knows of its parameters.
type method struct {
	run    func(*Server, *call) (any, error)
	params []param
	came   version  // before it there is no such method
	left   *version // from it on it is no longer for the API; nil is never
}

// A param is a named parameter and the type that its value is cast to.
type param struct {
	name     string
	cast     func(any) (any, bool)
	optional bool
}

var casts = map[string]func(any) (any, bool){
	"int": asInt, "int|null": asMaybeInt, "text": asText, "array": asArray, "date": asDate,
}

// offer describes a method by what runs it and by its signature, such as "id int" and, where it may be left out, "limit? int".
func offer(run func(*Server, *call) (any, error), signature ...string) method {
	m := method{run: run}
	for _, text := range signature {
		name, kind, _ := strings.Cut(text, " ")
		name, optional := strings.CutSuffix(name, "?")
		m.params = append(m.params, param{name, casts[kind], optional})
	}
	return m
}

func (m method) since(v version) method { m.came = v; return m }
func (m method) until(v version) method { m.left = &v; return m }

// The versions in which a method came or went.
var (
	from36 = version{3, 6, 0}
	from39 = version{3, 9, 0}
)

// api is every method that a Server knows, by service and name in lower case.
var api = map[string]map[string]method{
	"users": {
		"getuser":               offer((*Server).getUser, "id? int|null"),
		"getall":                offer((*Server).getUsers),
		"getuserbyemail":        offer((*Server).getUserByEmail, "email text"),
		"searchprojectusers":    offer((*Server).getProjectUsers, "projectId int", "query? text"),
		"getownprofilesettings": offer((*Server).getOwnSettings, "userId int").since(from39),
	},
	"accesstoken": {
		"revokecurrenttoken": offer((*Server).revokeToken).since(from39),
	},
	"projects": {
		"getall":                     offer((*Server).getProjects),
		"getproject":                 offer((*Server).getProject, "id int"),
		"getprojectsassignedtouser":  offer((*Server).getProjectsOf, "userId int"),
		"getprojectsuserhasaccessto": offer((*Server).getAccessibleProjects, "userId? int"),
		"getusersassignedtoproject":  offer((*Server).getProjectUsers, "projectId int"),
		"isuserassignedtoproject":    offer((*Server).isUserAssigned, "userId int", "projectId int"),
	},
	"tickets": {
		"getall":                     offer((*Server).getTickets, "searchCriteria? array", "limit? int"),
		"getallopenusertickets":      offer((*Server).getOpenTickets, "userId? int", "project? int"),
		"getticket":                  offer((*Server).getTicket, "id int"),
		"findticket":                 offer((*Server).findTicket, "term text", "projectId int", "userId int"),
		"addticket":                  offer((*Server).addTicket, "values array"),
		"quickaddticket":             offer((*Server).quickAddTicket, "params array"),
		"patchticket":                offer((*Server).patchTicket, "id int", "values array").since(from39),
		"patch":                      offer((*Server).patchTicket, "id int", "params array").until(from39),
		"updateticket":               offer((*Server).updateTicket, "values array"),
		"delete":                     offer((*Server).deleteTicket, "id int"),
		"markticketdone":             offer((*Server).markDone, "id int"),
		"setticketstatusbytype":      offer((*Server).setStatusByType, "ticketId int", "statusType text"),
		"getstatuslabels":            offer((*Server).getStatusLabels, "projectId? int"),
		"getallstatuslabelsbyuserid": offer((*Server).getAllStatusLabels, "userId int"),
		"gettickettypes":             offer((*Server).getTicketTypes),
		"getprioritylabels":          offer((*Server).getPriorityLabels),
	},
	"tags": {
		"gettags": offer((*Server).getTags, "projectId int", "term text"),
	},
	"timesheets": {
		"logtime":    offer((*Server).logTime, "ticketId int", "params array"),
		"upserttime": offer((*Server).upsertTime, "ticketId int", "params array"),
		"addtime":    offer((*Server).addTime, "values array").since(from39),
		"updatetime": offer((*Server).updateTime, "values array").since(from39),
		"deletetime": offer((*Server).deleteTime, "id int").since(from36),
		"getall": offer((*Server).getTimesheets, "dateFrom date", "dateTo date", "projectId? int", "kind? text",
			"userId? int", "ticketFilter? text"),
		"gettimesheet":               offer((*Server).getTimesheet, "id int").since(from39),
		"pollfornewtimesheets":       offer((*Server).pollTimesheets, "projectId? int"),
		"getloggablehourtypes":       offer((*Server).getHourTypes),
		"getuserstickethours":        offer((*Server).getFirstDayOfTicket, "ticketId int", "userId int"),
		"getsumloggedhoursforticket": offer((*Server).getSumOfTicket, "ticketId int"),
		"buildshowallfilters":        offer(nil).until(version{}), // stands for all that is not for the API
	},
}
