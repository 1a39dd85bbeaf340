# The programs: PREFIX/versions/VERSION, of which PREFIX/current names the one in use.
# shellcheck shell=bash

# version_at <link>: the version a link of the prefix names, or nothing.
version_at() {
  local place
  place=$(readlink -- "$PREFIX/$1") || return 0
  printf '%s' "${place#versions/}"
}

# In one step: at every moment the link names a whole version.
point_to() {
  ln -sfn "versions/$2" "$PREFIX/.$1.new"
  mv -T "$PREFIX/.$1.new" "$PREFIX/$1"
}

# Copies this release beside its place, and moves it there when it is whole.
place_version() {
  local place=$PREFIX/versions/$VERSION new=$PREFIX/versions/.new
  [[ $COMUTA_ROOT != "$place" ]] || return 0
  mkdir -p "$PREFIX/versions"
  if [[ -e $place ]]; then
    cmp -s "$COMUTA_ROOT/release.properties" "$place/release.properties" ||
      fail "version $VERSION is in $place already, from another build." \
        "Give the release a version of its own: ./comuta release --version VERSION"
    say "    programs: in $place already"
    return
  fi
  step "Copying the programs to $place"
  rm -rf "$new"
  cp -R --preserve=mode,timestamps --reflink=auto "$COMUTA_ROOT" "$new" || fail "could not copy the programs to $new."
  chmod -R u=rwX,go=rX "$new"
  mv "$new" "$place"
}

# The one in use and the one to roll back to stay.
remove_older_versions() {
  local place version
  for place in "$PREFIX"/versions/*; do
    version=$(basename -- "$place")
    [[ $version != "$(version_at current)" && $version != "$(version_at previous)" ]] || continue
    say "    removing the programs of version $version"
    rm -rf "$place"
  done
}

# The command, unless something else has that name.
link_command() {
  mkdir -p "$BIN"
  if [[ -e $BIN/comuta && $(readlink -- "$BIN/comuta") != "$PREFIX/current/comuta" ]]; then
    warn "$BIN/comuta is something else and stays: the command is $PREFIX/current/comuta"
    return
  fi
  ln -sfn "$PREFIX/current/comuta" "$BIN/comuta"
}
