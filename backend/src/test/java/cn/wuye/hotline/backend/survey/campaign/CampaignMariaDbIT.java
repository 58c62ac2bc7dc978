package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class CampaignMariaDbIT extends CampaignCases {}
