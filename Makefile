STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
PLATFORMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

# The main targets.
.PHONY: demo test test-deps check bench fuzz build
demo: ## show the whole job on an embedded week and an embedded Leantime
	go run ./cmd/ugeseddel demo

test: ## run every test that can run here; those that lack a server say so
	go test ./...

test-deps: ## install what the tests can use: real CalDAV servers and the like (Debian)
	.ci/test-deps

check: ## format, vet, staticcheck, tidy modules, builds for every platform
	test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go mod tidy -diff
	go vet ./...
	go run $(STATICCHECK) ./...
	for platform in $(PLATFORMS); do \
		CGO_ENABLED=0 GOOS=$${platform%/*} GOARCH=$${platform#*/} go build -o /dev/null ./cmd/ugeseddel || exit 1; \
	done

bench: ## measure speed and memory
	go test -run '^$$' -bench . -benchmem ./...

FUZZTIME = 1m
fuzz: ## fuzz every target for FUZZTIME
	@for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s $$package || exit 1; \
		done; \
	done

build: ## build the binary for this machine
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$$(git describe --tags --always --dirty)" -o bin/ugeseddel ./cmd/ugeseddel
