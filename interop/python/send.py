"""python3-hl7: sends each file by its own mllp_send, as from a shell, and prints what its parser read in what came back."""
import argparse
import json
import pathlib
import subprocess
import sys

import hl7

arguments = argparse.ArgumentParser()
arguments.add_argument('--port', required=True)
arguments.add_argument('--files', nargs='+', required=True)
given = arguments.parse_args()
mllp_send = next(pathlib.Path(sys.executable).parent.glob('mllp_send*'))

acknowledged = []
for file in given.files:
    # A line of quotation marks and frames is not what it reads: it wants \r between segments, and --loose frames one message.
    command = [mllp_send, '--port', given.port, '--file', file, '--loose', '127.0.0.1']
    said = subprocess.run(command, capture_output=True, timeout=30, check=True).stdout.decode('latin-1')
    message = hl7.parse(said[said.index('MSH'):].strip('\x0b\x1c\r\n').replace('\n', '\r'))
    msa = message.segment('MSA')
    acknowledged.append({'code': str(msa[1]), 'controlId': str(msa[2])})
print(json.dumps(acknowledged))
