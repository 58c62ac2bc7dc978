package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.ticket.search.SearchQuery.Piece;
import java.util.List;

/**
 * What somebody who is dissatisfied had to say.
 *
 * @param answer whether it was solved and how satisfied she is, in words
 * @param words in pieces, with the word that was chosen marked
 */
record CommentView(String ticket, String at, String atIso, String answer, List<Piece> words) {}
