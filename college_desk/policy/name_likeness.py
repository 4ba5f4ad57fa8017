"""Names that are written differently and may be one: variant characters, legal forms, places, brackets."""

from __future__ import annotations

import functools
import re

from college_desk.records.codes import code_table
from college_desk.records.values.organisation_name import comparable

_VARIANTS = (
    "呂吕楊杨張张陳陈劉刘趙赵黃黄吳吴孫孙馬马羅罗鄭郑謝谢許许馮冯鄧邓蕭萧肖萧葉叶蘇苏蔣蒋賈贾鍾钟鐘钟譚谭陸陆範范顧顾龍龙萬万錢钱湯汤賴赖龔龚閻阎閆闫鄒邹盧卢鄔邬嚴严畢毕齊齐喬乔駱骆關关溫温"
    "衛卫魯鲁寧宁甯宁華华國国強强彊强偉伟傑杰軍军紅红蘭兰鳳凤麗丽雲云業业輝辉煇辉暉晖燁烨曄晔燦灿爾尔瑩莹穎颖頴颖嬌娇婭娅寶宝寳宝貴贵賓宾賢贤學学書书東东興兴聖圣聲声榮荣樹树橋桥潤润澤泽濤涛"
    "濱滨漢汉淵渊淨净滿满勝胜勛勋勳勋勁劲啟启啓启喆哲堯尧壽寿夢梦奮奋婁娄婦妇嫻娴慶庆憲宪懷怀戰战揚扬揮挥敵敌斌彬時时晉晋晝昼暢畅會会條条樂乐歡欢歲岁氣气湧涌渢沨瀾澜煒炜熾炽爭争獻献瑪玛環环"
    "瓊琼瓏珑畫画發发盡尽碩硕禮礼禎祯種种竇窦競竞筆笔節节紀纪純纯紹绍綠绿維维綱纲緒绪緣缘練练縣县績绩繼继續续纓缨義义聯联聰聪肅肃膚肤臨临舉举艷艳豔艳莊庄蓮莲薈荟藝艺藍蓝蘊蕴號号衆众見见親亲"
    "觀观計计訓训記记設设詩诗誠诚語语調调諾诺謙谦講讲譽誉讓让豐丰貝贝財财賀贺資资質质車车輪轮輯辑農农達达運运遠远適适選选邁迈郷乡鄉乡醫医釗钊鈞钧鈴铃鉅钜銀银銘铭銳锐鋒锋鋼钢錄录錦锦鎮镇鎖锁"
    "鐵铁鑑鉴鑒鉴長长門门開开間间閔闵闊阔陽阳陣阵際际雙双電电靜静韋韦韓韩順顺頌颂預预領领頻频顏颜願愿風风飛飞養养駿骏騰腾驍骁驥骥鵬鹏鶴鹤鴻鸿麥麦黨党龐庞峯峰崑昆崙仑郃合劍剑劒剑囯国圡土塚冢"
    "奐奂寕宁尓尔弐二彥彦徳德恆恒慾欲昇升曉晓朙明樑梁氷冰汎泛淩凌潔洁瀋沈祐佑祕秘糸丝羣群脩修荘庄菴庵蒞莅荅答詠咏讚赞跡迹迺乃遊游鉄铁閒闲陞升隣邻雋隽靑青頼赖颕颖飈飙駡骂鬆松鱗鳞"
)
"""Each character as some write it, followed by the one that most write: names may hold either."""

_FOLDED = {ord(each): plain for each, plain in zip(_VARIANTS[::2], _VARIANTS[1::2], strict=True)}

_BRACKETS = re.compile(r"[（）《》“”\"'·.\-—\s]")
_LEGAL_FORM = re.compile(r"(?:股份)?有限(?:责任)?公司|(?:股份|总)?公司$")
_BRANCH = re.compile(r"分公司|分厂|分店|分院|支行|营业部|办事处")
_PROVINCES = (
    "山东", "河北", "河南", "江苏", "安徽", "北京", "天津", "上海", "浙江", "山西", "陕西", "广东", "辽宁",
    "湖北", "湖南", "福建", "四川", "重庆", "江西", "中国",
)  # fmt: skip
_SHORTEST_CORE = 2


@functools.lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """A person's name with variant and unsimplified characters as their usual ones; only for comparing."""
    return name.translate(_FOLDED).replace("·", "").upper()


@functools.lru_cache(maxsize=20_000)
def organisation_core(name: str) -> str:
    """What is left of an organisation's name without its legal form, brackets and places; only for comparing.

    A branch keeps everything. The whole name where less than two characters would be left.
    """
    whole = _BRACKETS.sub("", comparable(name).translate(_FOLDED))
    if _BRANCH.search(whole):
        return whole
    bare = _LEGAL_FORM.sub("", whole)
    core = _places().sub("", bare)
    return core if len(core) >= _SHORTEST_CORE else bare or whole


@functools.cache
def _places() -> re.Pattern[str]:
    """The names of places that stand before or within organisations' names, the longest first."""
    words = {word for entry in code_table("region").entries for word in (entry.label, *entry.aliases)}
    words |= {f"{province}{ending}" for province in _PROVINCES for ending in ("省", "市", "")}
    named = sorted((word for word in words if "（" not in word and "外" not in word), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, named)))
