package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/config"
	"ugeseddel/signin"
)

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

func TestPagesForTheITDepartmentSayWhatTheProgramDoes(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"it-afdelingen.md", "it-department.md"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(filepath.Join("..", "..", "docs", name))
			require.NoError(t, err)
			page := string(data)
			for _, block := range yamlBlock.FindAllStringSubmatch(page, -1) {
				settings, err := config.Parse("config.yaml", "/home/mette", []byte(block[1]))
				require.NoError(t, err)
				require.NotEmpty(t, settings.Calendars)
			}
			shared := signin.Microsoft(signin.Microsoft365{Shared: true})
			for _, scope := range append(shared.Config.Scopes, signin.Google("", "").Config.Scopes...) {
				require.Contains(t, page, "`"+scope+"`")
			}
			require.Contains(t, page, strings.NewReplacer("organizations", "TENANT").Replace(shared.Approval)+"CLIENT-ID")
			require.Contains(t, page, "`http://localhost`")
		})
	}
}
