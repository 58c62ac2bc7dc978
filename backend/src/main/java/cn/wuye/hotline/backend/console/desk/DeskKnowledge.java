package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.console.knowledge.KnowledgeViews;
import cn.wuye.hotline.backend.console.knowledge.KnowledgeViews.ArticleView;
import cn.wuye.hotline.backend.desk.CallBrief;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.knowledge.KnowledgeBase;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The articles beside the form. */
@Component
class DeskKnowledge {
  private static final int SHOWN = 3;
  private static final int SHORTEST = 2;

  private final KnowledgeBase base;
  private final KnowledgeViews views;

  DeskKnowledge(KnowledgeBase base, KnowledgeViews views) {
    this.base = base;
    this.views = views;
  }

  /** For what stands in the form, which begins with what the machine understood, else was told. */
  List<ArticleView> of(CallBrief brief, DeskForm form) {
    return find(form.text().isBlank() ? told(brief) : form.text(), form.estate(), brief.scope());
  }

  /**
   * The three best; none for less than two characters.
   *
   * @param estate id of the one that is asked about; anything else: wherever the scope sees
   */
  List<ArticleView> find(String said, String estate, EstateScope scope) {
    if (Text.length(said.strip()) < SHORTEST) {
      return List.of();
    }
    EstateId where = EstateId.find(estate).filter(scope::sees).orElse(null);
    return base.find(new KnowledgeBase.Question(said, where, SHOWN), scope).stream()
        .map(article -> views.of(article, scope))
        .toList();
  }

  private static String told(CallBrief brief) {
    return brief.told().turns().stream()
        .filter(turn -> turn.who() == Turn.Who.CALLER && turn.kind() == Turn.Kind.WORDS)
        .map(Turn::text)
        .collect(Collectors.joining(" "));
  }
}
