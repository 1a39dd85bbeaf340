# Room on the disk: asked for before large writes, and named when a write failed for want of it.
# shellcheck shell=bash

readonly BUILD_NEEDS_MB=1500 LIBRARIES_NEED_MB=500 RUN_NEEDS_MB=200

# Prints the free megabytes of the file system that holds a path, which need not exist yet.
free_mb() {
  local path=$1
  while [[ ! -e $path ]]; do path=$(dirname -- "$path"); done
  df -Pm -- "$path" | awk 'NR == 2 { print $4 }'
}

require_space() {
  local path=$1 needed=$2 what=$3 free
  free=$(free_mb "$path")
  [[ -z $free ]] || ((free >= needed)) ||
    fail "not enough room on the disk of $path: $free MB free, $needed MB needed $what." \
      "Free some room and run the command again."
}

# Whether a log tells that the disk was full.
tells_disk_full() {
  [[ -r $1 ]] && grep -qiE 'No space left on device|Disk quota exceeded' "$1"
}
