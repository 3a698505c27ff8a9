"""Reads messages from standard input, each behind its length in four bytes, and prints a line of JSON for each: what hl7apy reads in
every field, as it is written (hl7apy leaves escapes to the caller)."""
import json
import struct
import sys

from hl7apy.consts import VALIDATION_LEVEL
from hl7apy.parser import parse_message

CODECS = {
    '': 'ascii', 'ASCII': 'ascii', 'ISO IR6': 'ascii', 'ISO IR14': 'shift_jis', 'UNICODE': 'utf-8', 'UNICODE UTF-8': 'utf-8',
    'GB 18030-2000': 'gb18030', 'KS X 1001': 'euc_kr', 'BIG-5': 'big5', 'ISO IR87': 'iso2022_jp_2', 'ISO IR159': 'iso2022_jp_2',
    **{f'8859/{part}': f'iso8859_{part}' for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 15)},
}


def decoded(data):
    header = data.split(b'\r')[0].decode('latin-1').split(chr(data[3]))
    declared = (header[17] if len(header) > 17 else '').split(header[1][1])
    shifting = [name for name in declared if name in ('ISO IR87', 'ISO IR159')]
    return data.decode(CODECS[(shifting or declared)[0]])


def parts_of(element):
    """The leaves below a field, by the numbers of component and subcomponent."""
    for c, component in numbered(element):
        subcomponents = list(numbered(component))
        for s, subcomponent in subcomponents or [(1, component)]:
            yield c, s, text_of(subcomponent)


def text_of(leaf):
    """As it was written: to_er7 would escape a text that is escaped already, and value turns dates and numbers into others."""
    value = getattr(leaf.value, 'value', leaf.value)
    return value if isinstance(value, str) else leaf.to_er7()


def numbered(element):
    children = getattr(element, 'children', [])
    for place, child in enumerate(children, 1):
        name = child.name or ''
        tail = name.rsplit('_', 1)[-1]
        yield (int(tail) if tail.isdigit() else place), child


def reading_of(message):
    found, instances = {}, {}
    for segment in message.children:
        instance = instances[segment.name] = instances.get(segment.name, 0) + 1
        repeated = {}
        for field in segment.children:
            if field.name is None:  # behind the last field that the standard knows: hl7apy keeps the text and not the place
                continue
            number = int(field.name.rsplit('_', 1)[-1])
            repetition = repeated[number] = repeated.get(number, 0) + 1
            if segment.name == 'MSH' and number < 3:
                continue
            for c, s, text in parts_of(field):
                if text:
                    found[f'{segment.name}[{instance}]-{number}[{repetition}].{c}.{s}'] = text
    return found


def main():
    stream = sys.stdin.buffer
    while len(head := stream.read(4)) == 4:
        data = stream.read(struct.unpack('>I', head)[0])
        try:
            message = parse_message(decoded(data), validation_level=VALIDATION_LEVEL.TOLERANT, find_groups=False)
            told = {'reading': reading_of(message)}
        except Exception as trouble:  # whatever the library throws is its verdict
            told = {'trouble': f'{type(trouble).__name__}: {trouble}'}
        print(json.dumps(told), flush=True)


main()
