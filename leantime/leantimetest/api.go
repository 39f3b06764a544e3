package leantimetest

// The versions in which a method came or went.
var (
	from36 = version{3, 6, 0}
	from39 = version{3, 9, 0}
)

// api is every method that a Server knows, by service and name in lower case.
var api = map[string]map[string]method{
	"users": {
		"getuser":               {params: []param{optional("id", asMaybeInt)}, run: (*Server).getUser},
		"getall":                {run: (*Server).getUsers},
		"getuserbyemail":        {params: []param{required("email", asText)}, run: (*Server).getUserByEmail},
		"searchprojectusers":    {params: []param{required("projectId", asInt), optional("query", asText)}, run: (*Server).getProjectUsers},
		"getownprofilesettings": {since: from39, params: []param{required("userId", asInt)}, run: (*Server).getOwnSettings},
	},
	"accesstoken": {
		"revokecurrenttoken": {since: from39, run: (*Server).revokeToken},
	},
	"projects": {
		"getall":                    {run: (*Server).getProjects},
		"getproject":                {params: []param{required("id", asInt)}, run: (*Server).getProject},
		"getprojectsassignedtouser": {params: []param{required("userId", asInt)}, run: (*Server).getProjectsOf},
		"getprojectsuserhasaccessto": {params: []param{optional("userId", asInt)},
			run: (*Server).getAccessibleProjects},
		"getusersassignedtoproject": {params: []param{required("projectId", asInt)}, run: (*Server).getProjectUsers},
		"isuserassignedtoproject": {params: []param{required("userId", asInt), required("projectId", asInt)},
			run: (*Server).isUserAssigned},
	},
	"tickets": {
		"getall":                     {params: []param{optional("searchCriteria", asArray), optional("limit", asInt)}, run: (*Server).getTickets},
		"getallopenusertickets":      {params: []param{optional("userId", asInt), optional("project", asInt)}, run: (*Server).getOpenTickets},
		"getticket":                  {params: []param{required("id", asInt)}, run: (*Server).getTicket},
		"findticket":                 {params: []param{required("term", asText), required("projectId", asInt), required("userId", asInt)}, run: (*Server).findTicket},
		"addticket":                  {params: []param{required("values", asArray)}, run: (*Server).addTicket},
		"quickaddticket":             {params: []param{required("params", asArray)}, run: (*Server).quickAddTicket},
		"patchticket":                {since: from39, params: []param{required("id", asInt), required("values", asArray)}, run: (*Server).patchTicket},
		"patch":                      {until: from39, params: []param{required("id", asInt), required("params", asArray)}, run: (*Server).patchTicket},
		"updateticket":               {params: []param{required("values", asArray)}, run: (*Server).updateTicket},
		"delete":                     {params: []param{required("id", asInt)}, run: (*Server).deleteTicket},
		"markticketdone":             {params: []param{required("id", asInt)}, run: (*Server).markDone},
		"setticketstatusbytype":      {params: []param{required("ticketId", asInt), required("statusType", asText)}, run: (*Server).setStatusByType},
		"getstatuslabels":            {params: []param{optional("projectId", asInt)}, run: (*Server).getStatusLabels},
		"getallstatuslabelsbyuserid": {params: []param{required("userId", asInt)}, run: (*Server).getAllStatusLabels},
		"gettickettypes":             {run: (*Server).getTicketTypes},
		"getprioritylabels":          {run: (*Server).getPriorityLabels},
	},
	"tags": {
		"gettags": {params: []param{required("projectId", asInt), required("term", asText)}, run: (*Server).getTags},
	},
	"timesheets": {
		"logtime":    {params: []param{required("ticketId", asInt), required("params", asArray)}, run: (*Server).logTime},
		"upserttime": {params: []param{required("ticketId", asInt), required("params", asArray)}, run: (*Server).upsertTime},
		"addtime":    {since: from39, params: []param{required("values", asArray)}, run: (*Server).addTime},
		"updatetime": {since: from39, params: []param{required("values", asArray)}, run: (*Server).updateTime},
		"deletetime": {since: from36, params: []param{required("id", asInt)}, run: (*Server).deleteTime},
		"getall": {params: []param{required("dateFrom", asDate), required("dateTo", asDate), optional("projectId", asInt),
			optional("kind", asText), optional("userId", asInt), optional("invEmpl", asText), optional("invComp", asText),
			optional("ticketFilter", asText)}, run: (*Server).getTimesheets},
		"gettimesheet":               {since: from39, params: []param{required("id", asInt)}, run: (*Server).getTimesheet},
		"pollfornewtimesheets":       {params: []param{optional("projectId", asInt)}, run: (*Server).pollTimesheets},
		"getloggablehourtypes":       {run: (*Server).getHourTypes},
		"getuserstickethours":        {params: []param{required("ticketId", asInt), required("userId", asInt)}, run: (*Server).getFirstDayOfTicket},
		"getsumloggedhoursforticket": {params: []param{required("ticketId", asInt)}, run: (*Server).getSumOfTicket},
		"buildshowallfilters":        {until: version{3, 2, 0}}, // stands for all that is not for the API
	},
}
