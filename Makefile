# Short names for the project's commands. Nothing here is needed: each line works on its own.

.PHONY: triage test snapshots bench check docs

triage: ## the main job, on the decisions that come with the project
	cargo upheld triage examples/decisions

test: ## all tests, Rust and Python
	python3 tests/run.py

snapshots: ## accept what changed in the snapshots of decisions
	INSTA_UPDATE=always cargo test -p upheld-tests --test snapshots

bench: ## how fast the stages run
	cargo bench -p upheld

docs: ## the documentation of the crates
	cargo doc --no-deps -p upheld -p upheld-grammar --open

check: ## what the continuous integration runs
	.ci/run
