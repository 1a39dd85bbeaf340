# ./comuta backup FILE: everything that was set at the running server, as one file.
# shellcheck shell=bash

command_backup() {
  local file='' part status
  while (($# > 0)); do
    case $1 in
      --offset) set_offset "${2:-}"; shift 2 ;;
      -*) usage_error "unknown option '$1' of backup" ;;
      *) [[ -z $file ]] || usage_error "backup takes one file"; file=$1; shift ;;
    esac
  done
  [[ -n $file ]] || usage_error "backup takes the file to be made"
  [[ ! -e $file ]] || fail "$file is there already; a backup is never overwritten."
  [[ -n ${COMUTA_BACKUP_PASSPHRASE:-} ]] || warn "without COMUTA_BACKUP_PASSPHRASE the backup has no secrets."
  reach_server
  part=$(umask 077 && mktemp "$file.XXXXXX") || fail "could not write beside $file."
  status=$(backup_call "$part" "$REST_BASE/backup") || { rm -f "$part"; exit 1; }
  if [[ $status != 200 ]]; then
    status="the server made no backup ($status): $(problem_in "$part")"
    rm -f "$part"
    fail "$status"
  fi
  mv "$part" "$file" || fail "could not write $file."
  say "The backup is in $file ($(stat -c %s "$file") octets)."
}
