package signin

import (
	"html/template"
	"net/http"

	"ugeseddel/text"
)

var page = template.Must(template.New("page").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>ugeseddel</title>
<h1>{{.Heading}}</h1>
{{range .Lines}}<p>{{.}}</p>
{{end}}</html>
`))

// showPage tells the person in the browser how the sign-in ended.
func showPage(w http.ResponseWriter, lang text.Lang, err error) {
	shown := struct {
		Lang    text.Lang
		Heading string
		Lines   []string
	}{lang, lang.T("signin.page-done"), []string{lang.T("signin.page-close")}}
	if err != nil {
		shown.Heading = lang.T("signin.page-failed")
		shown.Lines = append(lang.Error(err), lang.Hints(err)...)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'")
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "no-referrer") // the page's own address holds the code
	_ = page.Execute(w, shown)              // the browser may have left
}
