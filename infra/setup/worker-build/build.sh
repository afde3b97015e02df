#!/usr/bin/env bash
# Builds mediasoup-worker from the sources in its npm package against the libraries of Debian 12 or newer.
# usage: build.sh <mediasoup package dir> <empty work dir>   (absolute paths; the packages of worker-build.mjs installed)
# The result is <work dir>/worker/out/mediasoup-worker. Nothing outside the work dir is written.
set -euo pipefail

recipe=$(cd "$(dirname "$0")" && pwd)
package=$1
work=$2

# Debian's own tools: a Python or a compiler from elsewhere on PATH does not see Debian's meson or libraries.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin

fail() {
  echo "worker build: $*" >&2
  exit 1
}

# Changes one line and insists that the change took: a new mediasoup may have moved it.
replace_once() {
  local file=$1 from=$2 to=$3
  [ "$(grep -cF -- "$from" "$file")" = 1 ] || fail "'$from' is not exactly once in $file: look at this recipe again"
  FROM=$from TO=$to perl -0pi -e 's/\Q$ENV{FROM}\E/$ENV{TO}/' "$file"
}

# Debian's libsrtp2 encrypts with NSS. The same source with OpenSSL forwards 18 % more packets per CPU-second with
# AES-GCM and 60 % more with SHA1. apt gets lists of its own here, so the machine's sources stay as they are.
build_srtp() {
  local apt=$work/apt
  mkdir -p "$apt/sources" "$apt/lists/partial" "$apt/cache/archives/partial" "$work/srtp-source"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] && sed -nE 's/^deb /deb-src /p' "$file" >"$apt/sources/$(basename "$file" .list).list"
  done
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && sed -E 's/^Types:.*/Types: deb-src/' "$file" >"$apt/sources/$(basename "$file")"
  done
  local options=(-o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$apt/sources"
    -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User= -o Acquire::Retries=3)
  # One dead third-party list must not stop this: what counts is that the source arrives.
  apt-get "${options[@]}" update -qq || true
  (cd "$work/srtp-source" && apt-get "${options[@]}" source -qq libsrtp2) || return 1
  (
    cd "$work"/srtp-source/libsrtp2-*/
    ./configure -q --prefix="$work/srtp" --enable-openssl --disable-pcap CFLAGS="-O3 -fPIC"
    make -s libsrtp2.a
    make -s install
  )
}

# Meson takes a folder under subprojects/ that bears the wrap's directory name instead of downloading it.
lay_out_sources() {
  cp -r "$package/worker" "$work/worker"
  local subprojects=$work/worker/subprojects
  for stub in "$recipe"/stubs/*/; do
    grep -qx "directory = $(basename "$stub")" "$subprojects"/*.wrap ||
      fail "mediasoup no longer asks for $(basename "$stub"): give the stub the new name"
    cp -r "$stub" "$subprojects/"
  done
  install -D "$recipe/stubs/srtp.h" "$subprojects/libsrtp-3.0.0-beta-2fc078db/include/srtp.h"
  install -D "$recipe/stubs/unordered_dense.h" "$subprojects/unordered_dense-4.8.1/include/ankerl/unordered_dense.h"
}

correct_sources() {
  # Debian 12 has meson 1.0.1, which does all that the file needs.
  replace_once "$work/worker/meson.build" "meson_version: '>= 1.1.0'" "meson_version: '>= 1.0.0'"
  # The flag is or-ed to the operation. Tested with ==, every control call answers 1; an OpenSSL with kernel TLS takes
  # that for "kernel TLS is on", allocates no write buffer, and the first DTLS handshake crashes the worker.
  replace_once "$work/worker/src/RTC/DtlsTransport.cpp" \
    '(operationType == BIO_CB_RETURN)' '((operationType & BIO_CB_RETURN) != 0)'
}

for tool in meson ninja g++ flatc perl pkg-config; do
  command -v "$tool" >/dev/null || fail "$tool is missing"
done
[ -d "$package/worker" ] || fail "$package has no worker sources"
[ -z "$(ls -A "$work")" ] || fail "$work is not empty"

build_srtp || fail "the source of libsrtp2 could not be had or built"
export PKG_CONFIG_PATH=$work/srtp/lib/pkgconfig
lay_out_sources
correct_sources
cd "$work/worker"
meson setup out --buildtype release -Db_ndebug=true
ninja -C out mediasoup-worker
strip out/mediasoup-worker
