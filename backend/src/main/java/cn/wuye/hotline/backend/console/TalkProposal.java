package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.PersonsWord;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;

/** The text of a ticket with what its caller said to agents, for a person to check and save. */
public final class TalkProposal {
  private static final String FROM_TALK = "【通话听写】";

  private TalkProposal() {}

  /**
   * A text to be proposed for a ticket that no person has written.
   *
   * @param history of the ticket
   * @param words what the caller said; may be empty
   * @return empty where there is nothing to propose, or nobody to propose it to
   */
  static String of(TicketRow row, List<TicketEvent> history, String words, SignedInUser reader) {
    boolean wanted =
        reader.writesTickets()
            && State.OPEN.contains(row.state())
            && (row.contents().text().isBlank() || !PersonsWord.wroteText(history));
    return wanted ? with(row.contents().text(), words) : "";
  }

  /**
   * A text with the caller's words.
   *
   * @return empty where there are none, or it has them already
   */
  private static String with(String text, String words) {
    if (words.isBlank() || text.contains(words)) {
      return "";
    }
    String added = marked(words);
    return Text.fitted(text.isBlank() ? added : text + "；" + added, Contents.MAX_TEXT);
  }

  /**
   * The words to be added to what is typed.
   *
   * @return empty where there are none, or it has them already
   */
  public static String addition(String typed, String words) {
    int room = Contents.MAX_TEXT - typed.codePointCount(0, typed.length()) - 1;
    return words.isBlank() || typed.contains(words) || room <= FROM_TALK.length()
        ? ""
        : Text.fitted(marked(words), room);
  }

  private static String marked(String words) {
    return FROM_TALK + words;
  }
}
