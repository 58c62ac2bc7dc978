package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.ivr.prompt.RecordSheet;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** What a voice has to record, as a page to print. */
final class SheetPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8"><title>录音稿 %1$s</title>
      <style>
        body { font: 14pt/1.5 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem; color: #17212e; }
        h1 { font-size: 18pt; } ul { font-size: 11pt; }
        table { border-collapse: collapse; width: 100%%; }
        th, td { border: 1px solid #8593a5; padding: .4rem .6rem; text-align: left; vertical-align: top; }
        th { font-size: 11pt; } td.n { text-align: right; } td.f, td.h, span.h { font-size: 10pt; color: #4c5a6b; }
        td.f { white-space: nowrap; font-family: monospace; } tr { break-inside: avoid; } thead { display: table-header-group; }
      </style></head><body>
      <h1>录音稿：%1$s（%2$d 条）</h1>
      <ul>
        <li>安静的房间，同一个人，同一支麦克风，离嘴一个手掌；每条一个文件，前后各留半秒。</li>
        <li>任何格式都可以（WAV、MP3、M4A……），44.1 或 48 kHz 更好；不要加音乐，不要降噪过度。</li>
        <li>文件名用右栏的名字，也可以只用编号（001）或只用名称。</li>
        <li>语速比平时慢一点，每个字说清楚：听的人大多七十岁以上。</li>
        <li>录完：<code>./hotline prompts import 文件夹 --set %1$s</code>，然后 <code>./hotline prompts check --set %1$s</code>。</li>
      %3$s</ul>
      <table><thead><tr><th>编号</th><th>要说的话</th><th>提示</th><th>文件名</th><th>✓</th></tr></thead><tbody>
      """;

  private static final String DIALECT =
      "<li>方言的说法不是母语者写的：请先由讲这种话的人念一遍，不顺口的照他的说法说，意思和停顿不变。没有方言说法的，照普通话的字用方言念。</li>\n";

  private SheetPage() {}

  static String of(VoiceSet set, RecordSheet sheet) {
    List<RecordSheet.Line> lines = set.isEstate() ? sheet.greetings() : sheet.lines();
    boolean dialect = lines.stream().anyMatch(RecordSheet.Line::inDialect);
    StringBuilder page =
        new StringBuilder(HEAD.formatted(set, lines.size(), dialect ? DIALECT : ""));
    for (RecordSheet.Line line : lines) {
      String hint = set.isEstate() ? "可以说出小区的名字" : line.hint();
      page.append(
          "<tr><td class=\"n\">%d</td><td>%s</td><td class=\"h\">%s</td><td class=\"f\">%s</td><td></td></tr>%n"
              .formatted(line.number(), words(line), hint, line.file()));
    }
    return page.append("</tbody></table></body></html>\n").toString();
  }

  private static String words(RecordSheet.Line line) {
    String words = HtmlUtils.htmlEscape(line.words());
    return line.inDialect()
        ? words
            + "<br><span class=\"h\">普通话："
            + HtmlUtils.htmlEscape(line.piece().text())
            + "</span>"
        : words;
  }
}
