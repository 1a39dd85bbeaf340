# What is in the application archive: nothing without a third-party notice, nothing twice.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

# Lists the jars of the archive and of the archives in it, without their versions.
packed_jars() {
  local module
  mkdir -p ear
  (cd ear && "$JAVA_HOME/bin/jar" --extract --file "$EAR")
  find ear/lib -name '*.jar' 2>/dev/null
  for module in ear/*.war ear/*.rar; do
    [[ ! -e $module ]] || "$JAVA_HOME/bin/jar" --list --file "$module" | grep -E '^(WEB-INF/lib/.*|[^/]*)\.jar$' || true
  done
}

library_names() {
  packed_jars | sed -E 's|.*/||; s|-[0-9][^/]*\.jar$||; s|\.jar$||'
}

test_every_library_has_a_third_party_notice() {
  load_launcher
  use_jdk
  [[ -f $EAR ]] || flunk "the application is not built"
  local name
  while IFS= read -r name; do
    [[ $name == comuta-* ]] || grep -qwF -- "$name" "$ROOT/THIRD-PARTY.md" || flunk "$name is not in THIRD-PARTY.md"
  done < <(library_names)
}

test_no_library_is_packed_twice() {
  load_launcher
  use_jdk
  OUTPUT=$(library_names | sort | uniq -d)
  [[ -z $OUTPUT ]] || flunk "packed more than once"
}

test_the_licence_is_the_whole_of_agpl_3() {
  expect_equal "$(sha256sum <"$ROOT/LICENSE" | cut -d' ' -f1)" 8486a10c4393cee1c25392769ddd3b2d6c242d6ec7928e1414efff7dfb2f07ef
}

run_tests packaging
