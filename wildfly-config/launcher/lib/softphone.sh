# Softphones without a sound card: baresip speaks from a file and records what it hears to another.
# shellcheck shell=bash

baresip_modules() {
  local folder
  for folder in /usr/lib/baresip/modules /usr/lib/*/baresip/modules; do
    [[ ! -d $folder ]] || { printf '%s' "$folder"; return; }
  done
  fail "the modules of baresip are not in a usual place."
}

# speak <voice> <file> <text>: the text as telephone sound, with half a second of silence before.
speak() {
  local voice=$1 file=$2 text=$3
  espeak-ng -v "$voice" -s 150 -w "$file.full.wav" "$text"
  # Silence follows, so that the softphone has something to send until the end of the call.
  sox "$file.full.wav" -r 8000 -c 1 -b 16 "$file" gain -n -3 pad 0.5 30
  soxi -D "$file.full.wav"
}

# start_softphone <name> <number> <SIP port> <RTP port> <control port> <sound file>
start_softphone() {
  local name=$1 number=$2 sip=$3 rtp=$4 control=$5 sound=$6 folder=$TEMPORARY/$1 modules
  modules=$(baresip_modules)
  mkdir -p "$folder"
  # The configuration names everything: no file of the user's own baresip is read.
  cat >"$folder/config" <<CONFIG
poll_method epoll
sip_listen 127.0.0.1:$sip
net_interface 127.0.0.1
call_local_timeout 60
call_max_calls 1
audio_source aufile,$sound
audio_player aubridge,nowhere
audio_alert aubridge,nowhere
ausrc_srate 8000
auplay_srate 8000
ausrc_channels 1
auplay_channels 1
rtp_ports $rtp-$((rtp + 8))
rtcp_mux no
rtp_stats yes
module_path $modules
module g711.so
module aufile.so
module aubridge.so
module sndfile.so
module ctrl_tcp.so
module_app account.so
module_app menu.so
ctrl_tcp_listen 127.0.0.1:$control
snd_path $folder
CONFIG
  printf '"%s" <sip:%s@127.0.0.1:%s>;regint=0;answermode=manual;audio_codecs=PCMA,PCMU\n' "$name" "$number" "$sip" >"$folder/accounts"
  run_own "$folder/log" baresip -4 -f "$folder"
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    ! grep -q 'baresip is ready' "$folder/log" || return 0
    started_at "$OWN_PID" >/dev/null || break
    sleep 0.1
  done
  tail -n 5 "$folder/log" >&2
  fail "the softphone $name did not start."
}

# softphone_command <control port> <command> [parameter]: by baresip's control port, one netstring.
softphone_command() {
  local control=$1 json
  json=$(jq -cn --arg command "$2" --arg params "${3:-}" '{command: $command, params: $params}')
  (
    exec 6<>"/dev/tcp/127.0.0.1/$control"
    printf '%d:%s,' "${#json}" "$json" >&6
    # Its answer says that the command was taken.
    timeout 2 dd bs=4096 count=1 status=none <&6 >/dev/null || true
  ) || fail "the softphone does not take the command $2."
}

# The file with what a softphone heard.
heard_by() {
  find "$TEMPORARY/$1" -name 'dump-*-dec.wav' -print -quit
}

# How many packets of sound a softphone has counted, as its log tells at the end of a call.
packets_of() {
  sed -nE 's/^packets: +([0-9]+) +([0-9]+).*/\1 sent, \2 received/p' "$TEMPORARY/$1/log" | tail -n 1
}
