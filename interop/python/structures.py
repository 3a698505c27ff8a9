"""Prints the tree of every message structure that hl7apy holds of the versions given: version, then structure, then nodes."""
import json
import sys

from hl7apy import load_library


def nodes_of(reference):
    return [node_of(*child[:4]) for child in reference[1]]


def node_of(name, reference, cardinality, kind):
    minimum, maximum = cardinality
    node = {'name': name, 'min': minimum, 'repeats': maximum != 1}
    if kind == 'GRP':
        node['nodes'] = nodes_of(reference)
        if reference[0] == 'choice':
            node['isChoice'] = True
    return node


trees = {}
for version in sys.argv[1:]:
    messages = load_library(version).MESSAGES
    trees[version] = {name: nodes_of(reference) for name, reference in messages.items()}
json.dump(trees, sys.stdout)
