# The copy of the state that every upgrade takes, and going back to it.
# shellcheck shell=bash

# What grows and is read by every version stays where it is: call records as text, logs, scheduled backups.
readonly KEPT='cdr log run backup'

is_kept() { [[ " $KEPT " == *" $1 "* ]]; }

# Everything of the servers of this state that changes with the version, as offset/name.
parts_of_state() {
  local part
  for part in "$1"/[0-9]*/*; do
    [[ ! -e $part ]] || is_kept "${part##*/}" || printf '%s\n' "${part#"$1"/}"
  done
}

# In megabytes; nothing is copied when no earlier version is there.
size_of_copy() {
  local part sum=0
  if [[ -n $(version_at current) && $(version_at current) != "$VERSION" ]]; then
    for part in $(parts_of_state "$STATE_FOLDER"); do sum=$((sum + $(megabytes "$STATE_FOLDER/$part"))); done
  fi
  printf '%s' "$sum"
}

now() { date -u +%Y%m%dT%H%M%SZ; }

# copy_parts <from> <to>
copy_parts() {
  local part
  for part in $(parts_of_state "$1"); do
    { as_user mkdir -p "$2/${part%/*}" && as_user cp -a --reflink=auto "$1/$part" "$2/$part"; } ||
      fail "could not copy $1/$part to $2: is the disk full?"
  done
}

# copy_state <version>: beside its place first, so that a copy that is there is whole.
copy_state() {
  local copy
  copy=$STATE_FOLDER/before-upgrade/$1-$(now)
  [[ -n $(parts_of_state "$STATE_FOLDER") ]] || return 0
  step "Copying the state as version $1 left it to $copy"
  as_user rm -rf "$STATE_FOLDER/before-upgrade/.new"
  as_user mkdir -p -m 700 "$STATE_FOLDER/before-upgrade/.new"
  copy_parts "$STATE_FOLDER" "$STATE_FOLDER/before-upgrade/.new"
  as_user mv "$STATE_FOLDER/before-upgrade/.new" "$copy"
}

# The latest copy of a version's state, or nothing.
copy_of() {
  local copy latest=
  for copy in "$STATE_FOLDER/before-upgrade/$1"-[0-9]*T[0-9]*Z; do
    [[ ! -d $copy ]] || latest=$copy
  done
  printf '%s' "$latest"
}

# restore_state <copy>: sets the state of now aside and takes the copy; nothing is deleted.
restore_state() {
  local copy=$1 aside part
  aside=$STATE_FOLDER/set-aside/$(version_at current)-$(now)
  step "Going back to the state in $copy"
  as_user touch "$STATE_FOLDER/.restoring"
  as_user mkdir -p "$aside"
  for part in $(parts_of_state "$STATE_FOLDER"); do
    as_user mkdir -p "$aside/${part%/*}"
    as_user mv "$STATE_FOLDER/$part" "$aside/$part"
  done
  copy_parts "$copy" "$STATE_FOLDER"
  as_user rm "$STATE_FOLDER/.restoring"
  say "    the state until now lies in $aside"
}
