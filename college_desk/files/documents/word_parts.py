"""The fixed parts of our Word documents: styles, typefaces and their substitutes, settings, relations."""

from __future__ import annotations

SONG = "仿宋_GB2312"
TITLE = "方正小标宋简体"
HEI = "黑体"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD_TYPE}.fontTable+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD_TYPE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD_TYPE}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_WORD_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)

PACKAGE_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)

DOCUMENT_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATION}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATION}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_RELATION}/header" Target="header1.xml"/>'
    f'<Relationship Id="rId5" Type="{_RELATION}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId6" Type="{_RELATION}/footer" Target="footer2.xml"/></Relationships>'
)

STYLES = (
    f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style></w:styles>"
)

FONT_TABLE = (
    f"{DECLARATION}<w:fonts {NAMESPACES}>"
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{substitute}"/><w:charset w:val="86"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        for name, substitute in ((SONG, "仿宋"), (TITLE, "宋体"), (HEI, "SimHei"))
    )
    + "</w:fonts>"
)


def settings(*, facing: bool) -> str:
    """The settings part; with `facing`, right and left pages have footers of their own."""
    odd_even = "<w:evenAndOddHeaders/>" if facing else ""
    return (
        f"{DECLARATION}<w:settings {NAMESPACES}>{odd_even}"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )
