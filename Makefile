# Short names for the project's commands. Nothing here is needed: each line works on its own.

.PHONY: border triage test score snapshots notebooks fuzz bench check docs

triage: ## the main job, on the decisions that come with the project
	cargo upheld triage examples/decisions

test: ## all tests, Rust and Python
	python3 tests/run.py

score: ## how far decisions are read as their annotations say, with gains and losses; ARGS=--accept keeps it
	cargo run --quiet --release -p upheld-tests --bin score -- $(ARGS)

snapshots: ## accept what changed in the snapshots of decisions
	INSTA_UPDATE=always cargo test -p upheld-tests --test snapshots

notebooks: ## run the notebooks of the examples and keep what they show; after `make test`
	tests/.venv/bin/python examples/notebooks/run.py

fuzz: ## all fuzz targets in turn, ten minutes each; needs cargo-fuzz
	fuzz/run

bench: ## how fast the stages run
	cargo bench -p upheld

border: ## what the Python package costs beside the library: time, memory, ten thousand decisions as frames
	tests/.venv/bin/python tests/border.py

docs: ## the documentation of the crates
	cargo doc --no-deps -p upheld -p upheld-grammar --open

check: ## what the continuous integration runs
	.ci/run
