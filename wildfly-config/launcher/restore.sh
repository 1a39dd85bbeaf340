# ./comuta restore FILE: makes the running server what a backup says.
# shellcheck shell=bash

command_restore() {
  local file='' query='apply=true' answer status dry=no
  while (($# > 0)); do
    case $1 in
      --offset) set_offset "${2:-}"; shift 2 ;;
      --dry-run) dry=yes; query+='&dryRun=true'; shift ;;
      --keep-addresses) query+='&keepAddresses=true'; shift ;;
      -*) usage_error "unknown option '$1' of restore" ;;
      *) [[ -z $file ]] || usage_error "restore takes one file"; file=$1; shift ;;
    esac
  done
  [[ -n $file ]] || usage_error "restore takes the file of a backup"
  [[ -f $file && -r $file ]] || fail "$file cannot be read."
  reach_server
  answer=$(mktemp)
  # shellcheck disable=SC2064 # the file of now
  trap "rm -f '$answer'" EXIT
  status=$(backup_call "$answer" --header 'Content-Type: application/gzip' --header 'Expect:' \
    --data-binary "@$file" "$REST_BASE/backup/restoration?$query&comment=comuta+restore") || exit 1
  [[ $status == 200 ]] || fail "nothing was restored ($status): $(problem_in "$answer")"
  jq -r '"Backup of \(.backup.node), made \(.backup.madeAt)",
    (.parts[] | "  \(.name): created \(.created), changed \(.updated), deleted \(.deleted)"),
    (.parts[].notes[] | "  note: \(.)"),
    (.problems[] | "  problem: \(.kind) \(.name): \(.message)")' "$answer"
  if [[ $dry == yes ]]; then
    [[ $(jq .valid "$answer") == true ]] || fail "it could not be restored."
    say "Nothing was changed."
  else
    say "Restored; revision $(jq .applied "$answer") is live."
    if jq -e 'any(.parts[]; .name == "access-lists")' "$answer" >/dev/null; then
      confirm_access_lists
    fi
  fi
}

# Restored access lists are on trial. Over loopback nobody is ever refused, so they cannot shut out whoever restores.
confirm_access_lists() {
  local lists change status
  lists=$(mktemp)
  status=$(backup_call "$lists" "$REST_BASE/access-lists") || { rm -f "$lists"; exit 1; }
  if [[ $status == 200 && $(jq .onTrial "$lists") == true ]]; then
    change=$(jq .change "$lists")
    status=$(backup_call "$lists" --header 'Content-Type: application/json' --data "{\"change\":$change}" \
      "$REST_BASE/access-lists/confirmation") || { rm -f "$lists"; exit 1; }
    [[ $status == 200 ]] && say "The access lists of the backup are confirmed."
  fi
  [[ $status == 200 ]] || warn "the access lists are not confirmed, and taken back in a minute ($status): $(problem_in "$lists")"
  rm -f "$lists"
}
