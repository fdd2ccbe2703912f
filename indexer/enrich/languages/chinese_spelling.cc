#include "indexer/enrich/languages/chinese_spelling.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace pressmark::indexer {
namespace {

constexpr std::u32string_view kSounds =
    U"阿埃艾爱安昂奥澳巴拜班邦保鲍贝本比毕彼别宾波玻伯勃博卜布采查察茨达戴丹道德登邓迪蒂丁东杜顿多"
    U"厄恩尔耳"
    U"法凡范菲费芬丰冯佛夫弗福富盖甘冈戈哥格葛根古瓜圭哈海罕汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾杰金"
    U"京久居喀"
    U"卡凯坎康考柯科克肯孔库夸匡奎昆阔拉莱赖兰朗劳勒雷累黎里理利莉连廉良列烈林琳留龙隆娄卢鲁路露伦"
    U"罗"
    U"洛吕略"
    U"马迈麦曼芒毛茅梅门蒙孟米密敏明缪摩莫墨默姆木穆拿纳娜乃奈南内能尼年涅宁纽农努诺女欧帕潘庞培佩"
    U"彭蓬皮"
    U"匹平珀泼普奇齐契恰强乔切钦琼丘屈让热仁日荣茹儒瑞若撒萨塞赛三桑瑟森沙莎山珊尚绍舍申生圣胜施什"
    U"石史士"
    U"舒朔思丝斯松苏素索塔泰坦汤唐陶特滕提田图土托瓦万汪王旺威韦维伟卫魏温文翁沃乌武伍西希锡席夏香"
    U"肖谢辛"
    U"欣兴雄休许雪逊雅亚延扬杨耶叶伊易因尹英永尤约宰赞泽曾扎詹张哲珍芝治朱卓兹宗祖佐妮娅丽蕾芙薇黛"
    U"琪洁克"
    U"愛奧寶鮑貝畢賓達東頓爾豐馮蓋岡漢華懷賈傑喬凱開庫誇萊賴蘭勞雷魯倫羅呂馬邁麥門蒙孟繆納奈內寧紐"
    U"農諾歐"
    U"龐潘強瓊讓熱榮薩賽紹聖勝絲蘇湯塗圖萬偉衛溫烏錫許遜雅亞揚楊葉約讚澤張瑪麗婭潔甯蕭梭";

constexpr std::u32string_view kNeverGiven =
    U"的了是着呢吗吧啊们個个说說称稱这這那哪他她它您你我谁誰什么麼怎很更最每各该該某此些"
    U"〇二三四五六七八九十百千零两兩年月日号號岁歲昨今后後裡或与與及被把让讓给給"
    U"从從到做吃喝看听聽问問答买買卖賣走跑打死杀殺病药藥级級次件位名只隻条條张張块塊些种種"
    U"女男老婆爷爺奶妈媽爸哥弟姐妹士师師员員者长長局部厅廳处處科系校院所署党黨队隊团團组組"
    U"会會市县縣区區省州部委办辦不没沒無非未也都还還又再才就却卻而且但因虽雖若如则則即使其之以于於"
    U"在向对對将將"
    U"当當等似乎已曾经經过過来來去进進出上下内內外前左右间間旁边邊里裏电電视視报報";

constexpr std::u32string_view kNeverLast = U"和同由为為就因至均任赴并並受有要令让且则地道感时時";

std::u32string sorted(std::u32string_view letters) {
  std::u32string made(letters);
  std::ranges::sort(made);
  return made;
}

}  // namespace

bool spells_foreign_names(char32_t c) {
  static const std::u32string kSorted = sorted(kSounds);
  return std::ranges::binary_search(kSorted, c);
}

bool may_be_given(char32_t c) {
  static const std::u32string kSorted = sorted(kNeverGiven);
  return !std::ranges::binary_search(kSorted, c);
}

bool may_end_given(char32_t c) { return kNeverLast.find(c) == kNeverLast.npos; }

}  // namespace pressmark::indexer
