"""Prints the data types of hl7apy's model of the versions given: version, then `segments` with the type of each field and `types` with
the type of each component. A field that varies is `varies`; a base type has no components."""
import json
import sys

from hl7apy import load_library


def types_of(children):
    """By the number at the end of the child's name."""
    found = {int(name.rsplit('_', 1)[-1]): reference[2] for name, reference, _, _ in children}
    return [found.get(number) for number in range(1, max(found, default=0) + 1)]


def model_of(version):
    library = load_library(version)
    segments = {name: reference[1] for name, reference in library.SEGMENTS.items() if len(reference) > 1 and name != 'ANYHL7SEGMENT'}
    return {
        'segments': {name: types_of(fields) for name, fields in segments.items()},
        'types': {name: types_of(children) for name, children in library.DATATYPES_STRUCTS.items()},
        'base': sorted(library.BASE_DATATYPES),
    }


json.dump({version: model_of(version) for version in sys.argv[1:]}, sys.stdout)
