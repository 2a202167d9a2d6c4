"""ruamel.yaml's own parser, for where its C parser has no wheel: the same nodes, marks and words.

The C parser is libyaml, which began as a translation of this one. Where the two have come apart,
libyaml counts: what a file says must not depend on the machine.
"""

import re
from typing import Any

from ruamel.yaml.docinfo import DocInfo
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    CollectionEndEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.scanner import Scanner
from ruamel.yaml.tokens import BlockEndToken, DirectiveToken, KeyToken, ScalarToken, ValueToken

from ogp_cli.store.document import BOM, NO_TAG

_BREAKS = "\n\r\x85\u2028\u2029"
_ENDS = f"\0 \t{_BREAKS}"
# A line of a text without quotes, and one in brackets.
_PLAIN = re.compile(f"(?:[^{_ENDS}:]++|:(?![{_ENDS}])|[ \t]+(?=[^{_ENDS}:#]|:[^{_ENDS}]))*+")
_IN_BRACKETS = re.compile(rf"(?:[^{_ENDS},:?\[\]{{}}]++|[ \t]+(?=[^{_ENDS}#,:?\[\]{{}}]))*+")
_COMMENT = re.compile(f"[^\0{_BREAKS}]*")
# An escape that stands for half of a character, or for none; and what can stand before it.
_NONE = "u[Dd][89A-Fa-f][0-9A-Fa-f]{2}|U(?:(?!00(?:0|10))[0-9A-Fa-f]{8}|0000[Dd][89A-Fa-f])"
_NO_CHARACTER = re.compile(rf"(?:[^\\]|\\(?!{_NONE}).)*+\\(?={_NONE}).", re.DOTALL)
_VERSIONS = {(1, 1), (1, 2)}


class PureParser(Reader, Scanner, Parser):
    """A parser and composer with what `store` uses of the C parser.

    It composes without recursion, so that no nesting exhausts the stack.
    """

    most_bytes = 500_000  # some five seconds
    processing_version = (1, 1)  # libyaml knows no other grammar
    comment_handling = None
    top_level_block_style_scalar_no_indent_error_1_1 = True

    def __init__(self, data: bytes) -> None:
        self.doc_infos = [DocInfo()]
        self._resolver = self
        Reader.__init__(self, data.decode().removeprefix(BOM), loader=self)
        Scanner.__init__(self, loader=self)
        Parser.__init__(self, loader=self)

    def get_single_node(self) -> Node | None:
        """Return the root of the file's only document; None where it is empty."""
        self.get_event()
        if self.check_event(StreamEndEvent):
            return None
        start = self.get_event()
        root = self._compose()
        self.get_event()
        if not self.check_event(StreamEndEvent):
            problem = "but found another document"
            raise MarkedYAMLError(None, start.start_mark, problem, self.document_mark)
        return root

    def _compose(self) -> Node:
        root: Node | None = None
        unclosed: list[Node] = []
        while root is None or unclosed:
            event = self.get_event()
            if isinstance(event, CollectionEndEvent):
                node = unclosed.pop()
                node.end_mark = event.end_mark
                if isinstance(node, MappingNode):
                    node.value = [*zip(node.value[::2], node.value[1::2], strict=True)]
                continue
            node = _node(event)
            if unclosed:
                unclosed[-1].value.append(node)
            root = root or node
            if not isinstance(node, ScalarNode):
                unclosed.append(node)
        return root

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.buffer, self.pointer)
        text = match[0] if match else ""
        self.forward(len(text))
        return text

    # Reader: a mark of byte order counts as a character. Only a line break is read with others.

    def forward(self, length: int = 1) -> None:
        is_break = length and self.buffer[self.pointer] in _BREAKS
        self.pointer += length
        self.index += length
        self.line += bool(is_break)
        self.column = 0 if is_break else self.column + length

    # Scanner

    def fetch_stream_end(self) -> None:
        self.line += bool(self.column)
        self.column = 0
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        while True:
            if not self.column and self.peek() == BOM:
                self.forward()
            blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                self._take(_COMMENT)
            if not self.scan_line_break():
                return
            self.allow_simple_key = self.allow_simple_key or not self.flow_level

    def scan_plain(self) -> ScalarToken:
        start, indent = self.get_mark(), self.indent + 1
        pattern, end, chunks, space = _IN_BRACKETS if self.flow_level else _PLAIN, start, [], ""
        while (
            self.peek() != "#" and not self.check_document_start() and not self.check_document_end()
        ):
            chunk = self._take(pattern)
            if self.flow_level and self.peek() == ":" and self.peek(1) not in _ENDS:
                raise self._error("while scanning a plain scalar", start, "found unexpected ':'")
            if chunk:
                chunks += [space, chunk]
                end, self.allow_simple_key = self.get_mark(), False
            space = self._space(start, indent)
            if not space or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _space(self, start: Any, indent: int) -> str:
        """Go on to the next word, and return what stands for the blanks and breaks before it."""
        blanks, breaks = "", list[str]()
        while (sign := self.peek()) in _ENDS[1:]:
            if sign in _BREAKS:
                breaks.append(self.scan_line_break())
                continue
            if breaks and sign == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                raise self._error("while scanning a plain scalar", start, problem)
            blanks += sign
            self.forward()
        if not breaks:
            return blanks
        self.allow_simple_key = True
        first, *others = breaks
        return "".join([first] * (first != "\n") + others) or " "

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Any]:
        breaks, deepest, end = list[str](), 0, self.get_mark()
        while True:
            while self.peek() == " ":
                self.forward()
            deepest = max(deepest, self.column)
            if self.peek() == "\t" and self.column <= self.indent:
                problem = "found a tab character where an indentation space is expected"
                raise self._error("while scanning a block scalar", end, problem)
            if not (line_break := self.scan_line_break()):
                return breaks, deepest, end
            breaks.append(line_break)
            end = self.get_mark()

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        begin, line, column = self.pointer, self.line, self.column
        found: Exception | None = None
        chunks: list[str] = []
        try:
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
        except MarkedYAMLError as error:
            error.problem_mark.column -= error.problem.startswith("found unknown")
            found = error
        except ValueError as error:  # beyond the last character
            found = error
        escape = _NO_CHARACTER.match(self.buffer, begin, self.pointer + 8) if double else None
        if not escape or escape.end() > self.pointer:
            if found:
                raise found
            return chunks
        self.pointer, self.line, self.column = begin, line, column
        while self.pointer < escape.end():
            self.forward()
        problem = "found invalid Unicode character escape code"
        raise self._error("while scanning a quoted scalar", start_mark, problem)

    def scan_directive(self) -> DirectiveToken:
        token: DirectiveToken = super().scan_directive()
        if token.name == "YAML" and token.value not in _VERSIONS:
            raise MarkedYAMLError(None, None, "found incompatible YAML document", token.start_mark)
        if token.name not in {"YAML", "TAG"}:
            problem = "found unknown directive name"
            raise MarkedYAMLError(
                "while scanning a directive", token.start_mark, problem, token.end_mark
            )
        return token

    # Parser

    def process_directives(self) -> Any:
        self.document_mark = self.peek_token().start_mark
        return super().process_directives()

    def parse_block_mapping_value(self) -> Any:
        if not self.check_token(ValueToken):
            self.state = self.parse_block_mapping_key
            return self.process_empty_scalar(self.peek_token().start_mark)
        token = self.get_token()
        if not self.check_token(KeyToken, ValueToken, BlockEndToken):
            self.states.append(self.parse_block_mapping_key)
            return self.parse_block_node_or_indentless_sequence()
        self.state = self.parse_block_mapping_key
        return self.process_empty_scalar(token.end_mark)

    def _error(self, context: str, start: Any, problem: str) -> MarkedYAMLError:
        return MarkedYAMLError(context, start, problem, self.get_mark())


def _node(event: Any) -> Node:
    tag = NO_TAG if event.ctag is None or str(event.ctag) == "!" else event.ctag
    if isinstance(event, ScalarEvent):
        return ScalarNode(tag, event.value, event.start_mark, event.end_mark, style=event.style)
    kind = MappingNode if isinstance(event, MappingStartEvent) else SequenceNode
    return kind(tag, [], event.start_mark, None, flow_style=event.flow_style)
