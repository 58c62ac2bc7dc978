package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.router.queue.QueueDefinition;

/** Whose a queue is: all its estates must be seen; one for all estates is the whole company's. */
final class QueueRights {
  private QueueRights() {}

  static boolean sees(EstateScope scope, QueueDefinition queue) {
    return scope.all()
        || (!queue.estates().isEmpty()
            && queue.estates().stream()
                .allMatch(id -> EstateId.find(id).filter(scope::sees).isPresent()));
  }
}
