#!/bin/sh
# Installs the programs that `npm test` and `somagen verify --simulators verilator,iverilog` use, from Debian's packages.
# Does nothing when they are all there. Exit code 3: it could not; what to install is on standard error.
set -eu

packages=''
missing=''

# need PACKAGE PROGRAM: PROGRAM must be on the PATH.
need() {
  if ! command -v "$2" >/dev/null 2>&1; then
    packages="$packages $1"
    missing="$missing $2"
  fi
}

need verilator verilator
need iverilog iverilog
need ngspice ngspice
need adms admsXml
need g++ g++
need make make
need ccache ccache
need chromium chromium
need opensta sta
# Pictures of charts need a font with all letters.
font=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
if [ ! -e "$font" ]; then
  packages="$packages fonts-dejavu-core"
  missing="$missing $font"
fi
# The ReLU network that quantization is tested with is trained in numpy.
if ! python3 -c 'import numpy' 2>/dev/null && ! /usr/bin/python3 -c 'import numpy' 2>/dev/null; then
  packages="$packages python3-numpy libopenblas0"
  missing="$missing numpy"
fi
# The standard-cell library that synthesis is tested and measured with.
library=/usr/share/qflow/tech/osu018/osu018_stdcells.lib
if [ ! -e "$library" ]; then
  packages="$packages qflow-tech-osu018"
  missing="$missing $library"
fi

if [ -z "$packages" ]; then
  echo 'setup: everything is installed'
  exit 0
fi
echo "setup: missing:$missing"

# refuse REASON
refuse() {
  echo "setup: $1. Install these (names of Debian's packages), then run npm test:$packages" >&2
  exit 3
}

command -v apt-get >/dev/null 2>&1 || refuse 'apt-get not found'
sudo=''
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || refuse 'neither root nor sudo'
  sudo='sudo'
fi

apt() {
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

apt update || echo 'setup: apt-get update failed; trying to install all the same' >&2
# shellcheck disable=SC2086 # a list of words
apt install -y --no-install-recommends $packages || refuse 'apt-get install failed'
