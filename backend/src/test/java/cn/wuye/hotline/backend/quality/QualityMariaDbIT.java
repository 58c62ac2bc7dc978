package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class QualityMariaDbIT extends QualityCases {}
