package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class QualityMySqlIT extends QualityCases {}
