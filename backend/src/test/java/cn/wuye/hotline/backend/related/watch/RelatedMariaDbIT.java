package cn.wuye.hotline.backend.related.watch;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class RelatedMariaDbIT extends RelatedCases {}
