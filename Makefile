# What a fresh machine needs: make run, make test.
.PHONY: run build test lint
FLAGS = --explicit-target-dependency-import-check error
build:
	swift build -c release --static-swift-stdlib $(FLAGS) --product sitrep
