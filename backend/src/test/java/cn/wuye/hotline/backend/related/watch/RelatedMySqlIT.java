package cn.wuye.hotline.backend.related.watch;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class RelatedMySqlIT extends RelatedCases {}
