package caldav

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestAMultistatusIsReadInTheDialectsOfServers(t *testing.T) {
	t.Parallel()
	want := prop{ETag: "1"}
	tests := map[string]string{
		"with a prefix": `<a:multistatus xmlns:a="DAV:"><a:response><a:href>/x.ics</a:href><a:propstat><a:prop><a:getetag>"1"</a:getetag></a:prop>` +
			`<a:status>HTTP/1.1 200 OK</a:status></a:propstat></a:response></a:multistatus>`,
		"with the namespace on each element": `<multistatus xmlns="DAV:"><response xmlns="DAV:"><href xmlns="DAV:">/x.ics</href><propstat xmlns="DAV:">` +
			`<status>HTTP/1.1 200 OK</status><prop><getetag>&quot;1&quot;</getetag></prop></propstat></response></multistatus>`,
		"with a blank and a comment here and there": "\ufeff<?xml version='1.0'?>\n<!-- -->\n" +
			`<multistatus xmlns="DAV:"> <response> <href> /x.ics </href> <propstat><prop><getetag> W/"1" </getetag></prop>` +
			`<status> HTTP/1.1 200 </status></propstat></response></multistatus>`,
		"with what is missing first": `<multistatus xmlns="DAV:"><response><href>/x.ics</href>` +
			`<propstat><prop><getetag>"no"</getetag></prop><status>HTTP/1.1 404 Not Found</status></propstat>` +
			`<propstat><prop><getetag>"1"</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`,
		"without a status": `<multistatus xmlns="DAV:"><response><href>/x.ics</href><propstat><prop><getetag>1</getetag></prop></propstat></response></multistatus>`,
		"with CDATA":       `<multistatus xmlns="DAV:"><response><href>/x.ics</href><propstat><prop><getetag><![CDATA["1"]]></getetag></prop></propstat></response></multistatus>`,
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, err := parseMultistatus([]byte(body))
			require.NoError(t, err)
			require.Len(t, m.Responses, 1)
			require.Equal(t, "/x.ics", strings.TrimSpace(m.Responses[0].Href))
			require.Equal(t, want, m.Responses[0].found())
			require.Zero(t, m.Responses[0].failure())
		})
	}
}

func TestACutMultistatusIsToldFromAnotherMistake(t *testing.T) {
	t.Parallel()
	const whole = `<multistatus xmlns="DAV:"><response><href>/x.ics</href></response></multistatus>`
	for n := 1; n < len(whole); n++ {
		_, err := parseMultistatus([]byte(whole[:n]))
		require.ErrorIs(t, err, io.ErrUnexpectedEOF, whole[:n])
	}
	_, err := parseMultistatus([]byte(`<multistatus xmlns="DAV:"></other>`))
	require.Error(t, err)
	require.NotErrorIs(t, err, io.ErrUnexpectedEOF)
}

func FuzzMultistatus(f *testing.F) {
	f.Add([]byte(`<multistatus xmlns="DAV:"><response><href>/x.ics</href><status>HTTP/1.1 404 Not Found</status></response><sync-token>1</sync-token></multistatus>`))
	f.Add([]byte(`<a:multistatus xmlns:a="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">` + response200("/x.ics", "<getetag>W/&quot;1&quot;</getetag>") + `</a:multistatus>`))
	f.Add([]byte("<multistatus xmlns=\"DAV:\">\x00\xff"))
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := parseMultistatus(body)
		if err != nil {
			return
		}
		for _, r := range m.Responses {
			found := r.found()
			require.True(t, utf8.ValidString(found.Data+found.ETag+r.Href), "what is kept is text")
			require.Equal(t, found.ETag, bareETag(found.ETag), "an ETag is bare")
			require.False(t, r.failure() != 0 && succeeded(r.Status) && found.Data != "", "what was delivered has not failed")
		}
	})
}

func FuzzMirror(f *testing.F) {
	f.Add("a.ics", "1", []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
	f.Add("æ b%20.ics", "", []byte("\n\x00"))
	f.Fuzz(func(t *testing.T, name, etag string, data []byte) {
		if !utf8.ValidString(name) || !utf8.ValidString(etag) || strings.TrimSpace(name) != name {
			return
		}
		u := newDoubleURL(t)
		m := newMirror(u)
		m.note("/dav/work/"+name, etag)
		for _, o := range m.byPath {
			o.data, o.Size, o.Due = data, len(data), false
		}
		file, err := m.encode()
		require.NoError(t, err)
		again, err := decodeMirror(u, file)
		require.NoError(t, err)
		require.Equal(t, m.byPath, again.byPath)
	})
}
