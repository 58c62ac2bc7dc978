package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.progress.Comment;
import cn.wuye.hotline.backend.survey.progress.Retry;
import cn.wuye.hotline.backend.ticket.search.SearchQuery.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts retries and comments into words. */
@Component
class SurveyWords {
  private final Labels labels;
  private final Choices choices;

  SurveyWords(Labels labels, Choices choices) {
    this.labels = labels;
    this.choices = choices;
  }

  RetryView of(Retry retry) {
    Instant asked = retry.asked();
    return new RetryView(
        retry.ticket().toString(),
        retry.estate(),
        choices.categoryName(retry.category(), retry.subcategory()),
        retry.urgent(),
        labels.time(retry.due()),
        retry.due().toString(),
        labels.past(retry.due()),
        labels.text("surveyToday.retry.attempts", retry.attempts()),
        labels.text(
            "surveyToday.retry.why",
            labels.name("survey-outcome", retry.last()),
            labels.time(retry.lastAt())),
        asked == null ? "" : labels.text("surveyToday.retry.asked", labels.time(asked)));
  }

  CommentView of(Comment comment, String word) {
    Satisfaction satisfaction = comment.satisfaction();
    List<String> answer = new ArrayList<>();
    if (!comment.solved().isEmpty()) {
      answer.add(labels.name("survey-solved", comment.solved()));
    }
    if (satisfaction != null) {
      answer.add(labels.name("satisfaction", satisfaction));
    }
    return new CommentView(
        comment.ticket().toString(),
        labels.time(comment.at()),
        comment.at().toString(),
        String.join(labels.text("surveyToday.and"), answer),
        marked(comment.words(), word));
  }

  /** The word may be written apart or in other characters; then nothing is marked. */
  static List<Piece> marked(String text, String word) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, from)) {
      if (at > from) {
        pieces.add(new Piece(text.substring(from, at), false));
      }
      from = at + word.length();
      pieces.add(new Piece(text.substring(at, from), true));
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return pieces;
  }
}
