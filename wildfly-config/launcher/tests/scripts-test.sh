# The scripts themselves: no finding of shellcheck, and each short enough to be read at once.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

all_scripts() {
  printf '%s\n' "$COMUTA" "$ROOT/.ci/run"
  find "$ROOT/wildfly-config" -name '*.sh'
}

test_shellcheck_has_nothing_to_say() {
  local -a scripts
  mapfile -t scripts < <(all_scripts)
  OUTPUT=$(cd "$ROOT" && shellcheck "${scripts[@]}") || flunk "shellcheck found something"
}

test_no_script_is_longer_than_300_lines() {
  local script lines
  while IFS= read -r script; do
    lines=$(wc -l <"$script")
    ((lines <= 300)) || flunk "$script has $lines lines"
  done < <(all_scripts)
}

run_tests scripts
