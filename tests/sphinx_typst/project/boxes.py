"""Directives and roles as a project might have them."""

from docutils import nodes
from docutils.parsers.rst import Directive


class Facts(Directive):
    """A box of key facts."""

    has_content = True

    def run(self):
        """A container with a list."""
        box = nodes.container(classes=["keyfacts"], title="Key facts", asof="3 May 2024")
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class odd(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A node that only this project knows."""


def role(kind):
    """A role that makes a reference of a class, or an odd node."""

    def write(name, raw, text, line, inliner, options=None, content=None):
        if kind == "odd":
            return [odd("", text)], []
        return [nodes.reference("", text, internal=True, refuri="%second", classes=[kind])], []

    return write


def visit(self, node):
    """Write the node in Typst."""
    self.put("#emph[")


def depart(self, node):
    """Close it."""
    self.put("]")


def setup(app):
    """Register all."""
    app.add_directive("keyfacts", Facts)
    app.add_role("agreed", role("kb-agreed"))
    app.add_role("disputed", role("kb-disputed"))
    app.add_role("odd", role("odd"))
    app.add_node(odd, typst=(visit, depart))
    return {"parallel_read_safe": True}
