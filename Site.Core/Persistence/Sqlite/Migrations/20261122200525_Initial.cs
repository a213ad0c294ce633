using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Site.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cmsDictionary",
                columns: table => new
                {
                    pk = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsDictionary", x => x.pk);
                    table.UniqueConstraint("AK_cmsDictionary_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_cmsDictionary_cmsDictionary_parent",
                        column: x => x.parent,
                        principalTable: "cmsDictionary",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "umbracoAudit",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    performingUserId = table.Column<int>(type: "INTEGER", nullable: false),
                    performingUserKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    performingDetails = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true),
                    performingIp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    eventDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    affectedUserId = table.Column<int>(type: "INTEGER", nullable: false),
                    affectedUserKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    affectedDetails = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true),
                    eventType = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    eventDetails = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoAudit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoKeyValue",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    updated = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoKeyValue", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "umbracoLanguage",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    languageISOCode = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    languageCultureName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    isDefaultVariantLang = table.Column<bool>(type: "INTEGER", nullable: false),
                    mandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    fallbackLanguageId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoLanguage", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoLanguage_umbracoLanguage_fallbackLanguageId",
                        column: x => x.fallbackLanguageId,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "umbracoLog",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    userId = table.Column<int>(type: "INTEGER", nullable: true),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    entityType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Datestamp = table.Column<DateTime>(type: "TEXT", nullable: false),
                    logHeader = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    logComment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    parameters = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoLog", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoNode",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    uniqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    parentId = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    sortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    trashed = table.Column<bool>(type: "INTEGER", nullable: false),
                    nodeUser = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    nodeObjectType = table.Column<Guid>(type: "TEXT", nullable: false),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoNode", x => x.id);
                    table.UniqueConstraint("AK_umbracoNode_uniqueId", x => x.uniqueId);
                });

            migrationBuilder.CreateTable(
                name: "umbracoRelationType",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    typeUniqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    alias = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    dual = table.Column<bool>(type: "INTEGER", nullable: false),
                    parentObjectType = table.Column<Guid>(type: "TEXT", nullable: true),
                    childObjectType = table.Column<Guid>(type: "TEXT", nullable: true),
                    isDependency = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoRelationType", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUser",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    userDisabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    userNoConsole = table.Column<bool>(type: "INTEGER", nullable: false),
                    userName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    userLogin = table.Column<string>(type: "TEXT", maxLength: 125, nullable: false),
                    userPassword = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    passwordConfig = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    userEmail = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    userLanguage = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    securityStampToken = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    failedLoginAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lastLockoutDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lastPasswordChangeDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lastLoginDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    emailConfirmedDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    invitedDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    avatar = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUser", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cmsLanguageText",
                columns: table => new
                {
                    pk = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    languageId = table.Column<int>(type: "INTEGER", nullable: false),
                    UniqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsLanguageText", x => x.pk);
                    table.ForeignKey(
                        name: "FK_cmsLanguageText_cmsDictionary_UniqueId",
                        column: x => x.UniqueId,
                        principalTable: "cmsDictionary",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_cmsLanguageText_umbracoLanguage_languageId",
                        column: x => x.languageId,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "cmsTags",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    group = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: true),
                    tag = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsTags", x => x.id);
                    table.ForeignKey(
                        name: "FK_cmsTags_umbracoLanguage_languageId",
                        column: x => x.languageId,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cmsContentType",
                columns: table => new
                {
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    alias = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    icon = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    thumbnail = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    listView = table.Column<Guid>(type: "TEXT", nullable: true),
                    isElement = table.Column<bool>(type: "INTEGER", nullable: false),
                    allowAtRoot = table.Column<bool>(type: "INTEGER", nullable: false),
                    variations = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsContentType", x => x.nodeId);
                    table.ForeignKey(
                        name: "FK_cmsContentType_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "cmsTemplate",
                columns: table => new
                {
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    alias = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsTemplate", x => x.nodeId);
                    table.ForeignKey(
                        name: "FK_cmsTemplate_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "umbracoAccess",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    loginNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    noAccessNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoAccess", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoAccess_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoContent",
                columns: table => new
                {
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    contentTypeId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoContent", x => x.nodeId);
                    table.ForeignKey(
                        name: "FK_umbracoContent_umbracoNode_contentTypeId",
                        column: x => x.contentTypeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_umbracoContent_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoDataType",
                columns: table => new
                {
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    propertyEditorAlias = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    propertyEditorUiAlias = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    dbType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    config = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDataType", x => x.nodeId);
                    table.ForeignKey(
                        name: "FK_umbracoDataType_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "umbracoDocumentUrl",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    uniqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    isDraft = table.Column<bool>(type: "INTEGER", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: true),
                    urlSegment = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    isPrimary = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDocumentUrl", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentUrl_umbracoLanguage_languageId",
                        column: x => x.languageId,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentUrl_umbracoNode_uniqueId",
                        column: x => x.uniqueId,
                        principalTable: "umbracoNode",
                        principalColumn: "uniqueId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoDocumentUrlAlias",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    uniqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: true),
                    alias = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDocumentUrlAlias", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentUrlAlias_umbracoLanguage_languageId",
                        column: x => x.languageId,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentUrlAlias_umbracoNode_uniqueId",
                        column: x => x.uniqueId,
                        principalTable: "umbracoNode",
                        principalColumn: "uniqueId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoDomain",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    domainName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    domainDefaultLanguage = table.Column<int>(type: "INTEGER", nullable: true),
                    domainRootStructureID = table.Column<int>(type: "INTEGER", nullable: true),
                    sortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDomain", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoDomain_umbracoLanguage_domainDefaultLanguage",
                        column: x => x.domainDefaultLanguage,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoDomain_umbracoNode_domainRootStructureID",
                        column: x => x.domainRootStructureID,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoRedirectUrl",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contentKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    createDateUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    urlHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoRedirectUrl", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoRedirectUrl_umbracoNode_contentKey",
                        column: x => x.contentKey,
                        principalTable: "umbracoNode",
                        principalColumn: "uniqueId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserGroup",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    userGroupAlias = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    userGroupName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    icon = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    hasAccessToAllLanguages = table.Column<bool>(type: "INTEGER", nullable: false),
                    startContentId = table.Column<int>(type: "INTEGER", nullable: true),
                    startMediaId = table.Column<int>(type: "INTEGER", nullable: true),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserGroup", x => x.id);
                    table.UniqueConstraint("AK_umbracoUserGroup_key", x => x.key);
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup_umbracoNode_startContentId",
                        column: x => x.startContentId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup_umbracoNode_startMediaId",
                        column: x => x.startMediaId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "umbracoRelation",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    parentId = table.Column<int>(type: "INTEGER", nullable: false),
                    childId = table.Column<int>(type: "INTEGER", nullable: false),
                    relType = table.Column<int>(type: "INTEGER", nullable: false),
                    datetime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoRelation", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoRelation_umbracoNode_childId",
                        column: x => x.childId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoRelation_umbracoNode_parentId",
                        column: x => x.parentId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoRelation_umbracoRelationType_relType",
                        column: x => x.relType,
                        principalTable: "umbracoRelationType",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUser2ClientId",
                columns: table => new
                {
                    userId = table.Column<int>(type: "INTEGER", nullable: false),
                    clientId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUser2ClientId", x => new { x.userId, x.clientId });
                    table.ForeignKey(
                        name: "FK_umbracoUser2ClientId_umbracoUser_userId",
                        column: x => x.userId,
                        principalTable: "umbracoUser",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserLogin",
                columns: table => new
                {
                    sessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    userId = table.Column<int>(type: "INTEGER", nullable: false),
                    loggedInUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lastValidatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    loggedOutUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ipAddress = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserLogin", x => x.sessionId);
                    table.ForeignKey(
                        name: "FK_umbracoUserLogin_umbracoUser_userId",
                        column: x => x.userId,
                        principalTable: "umbracoUser",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserStartNode",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    userId = table.Column<int>(type: "INTEGER", nullable: false),
                    startNode = table.Column<int>(type: "INTEGER", nullable: false),
                    startNodeType = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserStartNode", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoUserStartNode_umbracoNode_startNode",
                        column: x => x.startNode,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoUserStartNode_umbracoUser_userId",
                        column: x => x.userId,
                        principalTable: "umbracoUser",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cmsContentType2ContentType",
                columns: table => new
                {
                    parentContentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    childContentTypeId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsContentType2ContentType", x => new { x.parentContentTypeId, x.childContentTypeId });
                    table.ForeignKey(
                        name: "FK_cmsContentType2ContentType_cmsContentType_childContentTypeId",
                        column: x => x.childContentTypeId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                    table.ForeignKey(
                        name: "FK_cmsContentType2ContentType_cmsContentType_parentContentTypeId",
                        column: x => x.parentContentTypeId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                });

            migrationBuilder.CreateTable(
                name: "cmsContentTypeAllowedContentType",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    AllowedId = table.Column<int>(type: "INTEGER", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsContentTypeAllowedContentType", x => new { x.Id, x.AllowedId });
                    table.ForeignKey(
                        name: "FK_cmsContentTypeAllowedContentType_cmsContentType_AllowedId",
                        column: x => x.AllowedId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                    table.ForeignKey(
                        name: "FK_cmsContentTypeAllowedContentType_cmsContentType_Id",
                        column: x => x.Id,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                });

            migrationBuilder.CreateTable(
                name: "cmsPropertyTypeGroup",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    uniqueID = table.Column<Guid>(type: "TEXT", nullable: false),
                    contenttypeNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<short>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    alias = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    sortorder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsPropertyTypeGroup", x => x.id);
                    table.ForeignKey(
                        name: "FK_cmsPropertyTypeGroup_cmsContentType_contenttypeNodeId",
                        column: x => x.contenttypeNodeId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                });

            migrationBuilder.CreateTable(
                name: "umbracoContentVersionCleanupPolicy",
                columns: table => new
                {
                    contentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    preventCleanup = table.Column<bool>(type: "INTEGER", nullable: false),
                    keepAllVersionsNewerThanDays = table.Column<int>(type: "INTEGER", nullable: true),
                    keepLatestVersionPerDayForDays = table.Column<int>(type: "INTEGER", nullable: true),
                    updated = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoContentVersionCleanupPolicy", x => x.contentTypeId);
                    table.ForeignKey(
                        name: "FK_umbracoContentVersionCleanupPolicy_cmsContentType_contentTypeId",
                        column: x => x.contentTypeId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                });

            migrationBuilder.CreateTable(
                name: "cmsDocumentType",
                columns: table => new
                {
                    contentTypeNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    templateNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsDocumentType", x => new { x.contentTypeNodeId, x.templateNodeId });
                    table.ForeignKey(
                        name: "FK_cmsDocumentType_cmsContentType_contentTypeNodeId",
                        column: x => x.contentTypeNodeId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                    table.ForeignKey(
                        name: "FK_cmsDocumentType_cmsTemplate_templateNodeId",
                        column: x => x.templateNodeId,
                        principalTable: "cmsTemplate",
                        principalColumn: "nodeId");
                });

            migrationBuilder.CreateTable(
                name: "umbracoAccessRule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ruleValue = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    ruleType = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoAccessRule", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoAccessRule_umbracoAccess_accessId",
                        column: x => x.accessId,
                        principalTable: "umbracoAccess",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoContentSchedule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: true),
                    date = table.Column<DateTime>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoContentSchedule", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoContentSchedule_umbracoContent_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoContent",
                        principalColumn: "nodeId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoContentVersion",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    versionDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    userId = table.Column<int>(type: "INTEGER", nullable: true),
                    current = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    preventCleanup = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoContentVersion", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoContentVersion_umbracoContent_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoContent",
                        principalColumn: "nodeId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoDocument",
                columns: table => new
                {
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    edited = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDocument", x => x.nodeId);
                    table.ForeignKey(
                        name: "FK_umbracoDocument_umbracoContent_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoContent",
                        principalColumn: "nodeId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUser2UserGroup",
                columns: table => new
                {
                    userId = table.Column<int>(type: "INTEGER", nullable: false),
                    userGroupId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUser2UserGroup", x => new { x.userId, x.userGroupId });
                    table.ForeignKey(
                        name: "FK_umbracoUser2UserGroup_umbracoUserGroup_userGroupId",
                        column: x => x.userGroupId,
                        principalTable: "umbracoUserGroup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoUser2UserGroup_umbracoUser_userId",
                        column: x => x.userId,
                        principalTable: "umbracoUser",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserGroup2App",
                columns: table => new
                {
                    userGroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    app = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserGroup2App", x => new { x.userGroupId, x.app });
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup2App_umbracoUserGroup_userGroupId",
                        column: x => x.userGroupId,
                        principalTable: "umbracoUserGroup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserGroup2GranularPermission",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    userGroupKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    uniqueId = table.Column<Guid>(type: "TEXT", nullable: true),
                    permission = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    context = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserGroup2GranularPermission", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup2GranularPermission_umbracoNode_uniqueId",
                        column: x => x.uniqueId,
                        principalTable: "umbracoNode",
                        principalColumn: "uniqueId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup2GranularPermission_umbracoUserGroup_userGroupKey",
                        column: x => x.userGroupKey,
                        principalTable: "umbracoUserGroup",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserGroup2Language",
                columns: table => new
                {
                    userGroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserGroup2Language", x => new { x.userGroupId, x.languageId });
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup2Language_umbracoLanguage_languageId",
                        column: x => x.languageId,
                        principalTable: "umbracoLanguage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup2Language_umbracoUserGroup_userGroupId",
                        column: x => x.userGroupId,
                        principalTable: "umbracoUserGroup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoUserGroup2Permission",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    userGroupKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    permission = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoUserGroup2Permission", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoUserGroup2Permission_umbracoUserGroup_userGroupKey",
                        column: x => x.userGroupKey,
                        principalTable: "umbracoUserGroup",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cmsPropertyType",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UniqueID = table.Column<Guid>(type: "TEXT", nullable: false),
                    dataTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    contentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    propertyTypeGroupId = table.Column<int>(type: "INTEGER", nullable: true),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    sortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    mandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    mandatoryMessage = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    validationRegExp = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    validationRegExpMessage = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    labelOnTop = table.Column<bool>(type: "INTEGER", nullable: false),
                    variations = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsPropertyType", x => x.id);
                    table.ForeignKey(
                        name: "FK_cmsPropertyType_cmsContentType_contentTypeId",
                        column: x => x.contentTypeId,
                        principalTable: "cmsContentType",
                        principalColumn: "nodeId");
                    table.ForeignKey(
                        name: "FK_cmsPropertyType_cmsPropertyTypeGroup_propertyTypeGroupId",
                        column: x => x.propertyTypeGroupId,
                        principalTable: "cmsPropertyTypeGroup",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_cmsPropertyType_umbracoDataType_dataTypeId",
                        column: x => x.dataTypeId,
                        principalTable: "umbracoDataType",
                        principalColumn: "nodeId");
                });

            migrationBuilder.CreateTable(
                name: "umbracoContentVersionCultureVariation",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    versionId = table.Column<int>(type: "INTEGER", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    date = table.Column<DateTime>(type: "TEXT", nullable: false),
                    availableUserId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoContentVersionCultureVariation", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoContentVersionCultureVariation_umbracoContentVersion_versionId",
                        column: x => x.versionId,
                        principalTable: "umbracoContentVersion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoDocumentVersion",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    templateId = table.Column<int>(type: "INTEGER", nullable: true),
                    published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDocumentVersion", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentVersion_umbracoContentVersion_id",
                        column: x => x.id,
                        principalTable: "umbracoContentVersion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentVersion_umbracoNode_templateId",
                        column: x => x.templateId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "umbracoMediaVersion",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoMediaVersion", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoMediaVersion_umbracoContentVersion_id",
                        column: x => x.id,
                        principalTable: "umbracoContentVersion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoPropertyData",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    versionId = table.Column<int>(type: "INTEGER", nullable: false),
                    propertyTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: true),
                    segment = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    intValue = table.Column<int>(type: "INTEGER", nullable: true),
                    decimalValue = table.Column<decimal>(type: "TEXT", precision: 38, scale: 6, nullable: true),
                    dateValue = table.Column<DateTime>(type: "TEXT", nullable: true),
                    varcharValue = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true),
                    textValue = table.Column<string>(type: "TEXT", nullable: true),
                    sortableValue = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoPropertyData", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoPropertyData_umbracoContentVersion_versionId",
                        column: x => x.versionId,
                        principalTable: "umbracoContentVersion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "umbracoDocumentCultureVariation",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    languageId = table.Column<int>(type: "INTEGER", nullable: false),
                    edited = table.Column<bool>(type: "INTEGER", nullable: false),
                    available = table.Column<bool>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_umbracoDocumentCultureVariation", x => x.id);
                    table.ForeignKey(
                        name: "FK_umbracoDocumentCultureVariation_umbracoDocument_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoDocument",
                        principalColumn: "nodeId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cmsTagRelationship",
                columns: table => new
                {
                    nodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    tagId = table.Column<int>(type: "INTEGER", nullable: false),
                    propertyTypeId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cmsTagRelationship", x => new { x.nodeId, x.propertyTypeId, x.tagId });
                    table.ForeignKey(
                        name: "FK_cmsTagRelationship_cmsPropertyType_propertyTypeId",
                        column: x => x.propertyTypeId,
                        principalTable: "cmsPropertyType",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cmsTagRelationship_cmsTags_tagId",
                        column: x => x.tagId,
                        principalTable: "cmsTags",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cmsTagRelationship_umbracoNode_nodeId",
                        column: x => x.nodeId,
                        principalTable: "umbracoNode",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cmsContentType_alias",
                table: "cmsContentType",
                column: "alias");

            migrationBuilder.CreateIndex(
                name: "IX_cmsContentType2ContentType_childContentTypeId",
                table: "cmsContentType2ContentType",
                column: "childContentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsContentTypeAllowedContentType_AllowedId",
                table: "cmsContentTypeAllowedContentType",
                column: "AllowedId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsDictionary_key",
                table: "cmsDictionary",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cmsDictionary_parent",
                table: "cmsDictionary",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_cmsDocumentType_templateNodeId",
                table: "cmsDocumentType",
                column: "templateNodeId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsLanguageText_languageId_UniqueId",
                table: "cmsLanguageText",
                columns: new[] { "languageId", "UniqueId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cmsLanguageText_UniqueId",
                table: "cmsLanguageText",
                column: "UniqueId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyType_Alias",
                table: "cmsPropertyType",
                column: "Alias");

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyType_contentTypeId",
                table: "cmsPropertyType",
                column: "contentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyType_dataTypeId",
                table: "cmsPropertyType",
                column: "dataTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyType_propertyTypeGroupId",
                table: "cmsPropertyType",
                column: "propertyTypeGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyType_UniqueID",
                table: "cmsPropertyType",
                column: "UniqueID",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyTypeGroup_contenttypeNodeId",
                table: "cmsPropertyTypeGroup",
                column: "contenttypeNodeId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsPropertyTypeGroup_uniqueID",
                table: "cmsPropertyTypeGroup",
                column: "uniqueID",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cmsTagRelationship_propertyTypeId",
                table: "cmsTagRelationship",
                column: "propertyTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsTagRelationship_tagId_nodeId",
                table: "cmsTagRelationship",
                columns: new[] { "tagId", "nodeId" });

            migrationBuilder.CreateIndex(
                name: "IX_cmsTags_group_tag_languageId",
                table: "cmsTags",
                columns: new[] { "group", "tag", "languageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cmsTags_languageId",
                table: "cmsTags",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_cmsTemplate_alias",
                table: "cmsTemplate",
                column: "alias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoAccess_nodeId",
                table: "umbracoAccess",
                column: "nodeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoAccessRule_accessId",
                table: "umbracoAccessRule",
                column: "accessId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoAccessRule_ruleValue_ruleType_accessId",
                table: "umbracoAccessRule",
                columns: new[] { "ruleValue", "ruleType", "accessId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoAudit_eventDate",
                table: "umbracoAudit",
                column: "eventDate");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContent_contentTypeId",
                table: "umbracoContent",
                column: "contentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContentSchedule_date",
                table: "umbracoContentSchedule",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContentSchedule_languageId",
                table: "umbracoContentSchedule",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContentSchedule_nodeId",
                table: "umbracoContentSchedule",
                column: "nodeId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContentVersion_nodeId_current",
                table: "umbracoContentVersion",
                columns: new[] { "nodeId", "current" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContentVersionCultureVariation_languageId",
                table: "umbracoContentVersionCultureVariation",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoContentVersionCultureVariation_versionId_languageId",
                table: "umbracoContentVersionCultureVariation",
                columns: new[] { "versionId", "languageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentCultureVariation_languageId",
                table: "umbracoDocumentCultureVariation",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentCultureVariation_nodeId_languageId",
                table: "umbracoDocumentCultureVariation",
                columns: new[] { "nodeId", "languageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentUrl_languageId",
                table: "umbracoDocumentUrl",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentUrl_uniqueId_languageId_isDraft_urlSegment",
                table: "umbracoDocumentUrl",
                columns: new[] { "uniqueId", "languageId", "isDraft", "urlSegment" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentUrlAlias_languageId",
                table: "umbracoDocumentUrlAlias",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentUrlAlias_uniqueId",
                table: "umbracoDocumentUrlAlias",
                column: "uniqueId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDocumentVersion_templateId",
                table: "umbracoDocumentVersion",
                column: "templateId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDomain_domainDefaultLanguage",
                table: "umbracoDomain",
                column: "domainDefaultLanguage");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDomain_domainName",
                table: "umbracoDomain",
                column: "domainName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDomain_domainRootStructureID",
                table: "umbracoDomain",
                column: "domainRootStructureID");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoDomain_key",
                table: "umbracoDomain",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoLanguage_fallbackLanguageId",
                table: "umbracoLanguage",
                column: "fallbackLanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoLanguage_languageISOCode",
                table: "umbracoLanguage",
                column: "languageISOCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoLog_Datestamp_logHeader",
                table: "umbracoLog",
                columns: new[] { "Datestamp", "logHeader" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoLog_NodeId",
                table: "umbracoLog",
                column: "NodeId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoLog_userId_Datestamp",
                table: "umbracoLog",
                columns: new[] { "userId", "Datestamp" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoMediaVersion_path",
                table: "umbracoMediaVersion",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoNode_nodeObjectType_trashed",
                table: "umbracoNode",
                columns: new[] { "nodeObjectType", "trashed" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoNode_parentId_nodeObjectType_sortOrder",
                table: "umbracoNode",
                columns: new[] { "parentId", "nodeObjectType", "sortOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoNode_path",
                table: "umbracoNode",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoNode_uniqueId",
                table: "umbracoNode",
                column: "uniqueId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoPropertyData_languageId",
                table: "umbracoPropertyData",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoPropertyData_propertyTypeId",
                table: "umbracoPropertyData",
                column: "propertyTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoPropertyData_versionId_propertyTypeId",
                table: "umbracoPropertyData",
                columns: new[] { "versionId", "propertyTypeId" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRedirectUrl_contentKey",
                table: "umbracoRedirectUrl",
                column: "contentKey");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRedirectUrl_createDateUtc",
                table: "umbracoRedirectUrl",
                column: "createDateUtc");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRedirectUrl_urlHash_contentKey_culture",
                table: "umbracoRedirectUrl",
                columns: new[] { "urlHash", "contentKey", "culture" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRelation_childId_relType",
                table: "umbracoRelation",
                columns: new[] { "childId", "relType" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRelation_parentId_childId_relType",
                table: "umbracoRelation",
                columns: new[] { "parentId", "childId", "relType" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRelation_relType",
                table: "umbracoRelation",
                column: "relType");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRelationType_alias",
                table: "umbracoRelationType",
                column: "alias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRelationType_name",
                table: "umbracoRelationType",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoRelationType_typeUniqueId",
                table: "umbracoRelationType",
                column: "typeUniqueId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUser_key",
                table: "umbracoUser",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUser_userLogin",
                table: "umbracoUser",
                column: "userLogin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUser2ClientId_clientId",
                table: "umbracoUser2ClientId",
                column: "clientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUser2UserGroup_userGroupId",
                table: "umbracoUser2UserGroup",
                column: "userGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup_startContentId",
                table: "umbracoUserGroup",
                column: "startContentId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup_startMediaId",
                table: "umbracoUserGroup",
                column: "startMediaId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup_userGroupAlias",
                table: "umbracoUserGroup",
                column: "userGroupAlias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup2GranularPermission_uniqueId",
                table: "umbracoUserGroup2GranularPermission",
                column: "uniqueId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup2GranularPermission_userGroupKey_uniqueId",
                table: "umbracoUserGroup2GranularPermission",
                columns: new[] { "userGroupKey", "uniqueId" });

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup2Language_languageId",
                table: "umbracoUserGroup2Language",
                column: "languageId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserGroup2Permission_userGroupKey_permission",
                table: "umbracoUserGroup2Permission",
                columns: new[] { "userGroupKey", "permission" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserLogin_lastValidatedUtc",
                table: "umbracoUserLogin",
                column: "lastValidatedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserLogin_userId",
                table: "umbracoUserLogin",
                column: "userId");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserStartNode_startNode",
                table: "umbracoUserStartNode",
                column: "startNode");

            migrationBuilder.CreateIndex(
                name: "IX_umbracoUserStartNode_userId_startNodeType_startNode",
                table: "umbracoUserStartNode",
                columns: new[] { "userId", "startNodeType", "startNode" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cmsContentType2ContentType");

            migrationBuilder.DropTable(
                name: "cmsContentTypeAllowedContentType");

            migrationBuilder.DropTable(
                name: "cmsDocumentType");

            migrationBuilder.DropTable(
                name: "cmsLanguageText");

            migrationBuilder.DropTable(
                name: "cmsTagRelationship");

            migrationBuilder.DropTable(
                name: "umbracoAccessRule");

            migrationBuilder.DropTable(
                name: "umbracoAudit");

            migrationBuilder.DropTable(
                name: "umbracoContentSchedule");

            migrationBuilder.DropTable(
                name: "umbracoContentVersionCleanupPolicy");

            migrationBuilder.DropTable(
                name: "umbracoContentVersionCultureVariation");

            migrationBuilder.DropTable(
                name: "umbracoDocumentCultureVariation");

            migrationBuilder.DropTable(
                name: "umbracoDocumentUrl");

            migrationBuilder.DropTable(
                name: "umbracoDocumentUrlAlias");

            migrationBuilder.DropTable(
                name: "umbracoDocumentVersion");

            migrationBuilder.DropTable(
                name: "umbracoDomain");

            migrationBuilder.DropTable(
                name: "umbracoKeyValue");

            migrationBuilder.DropTable(
                name: "umbracoLog");

            migrationBuilder.DropTable(
                name: "umbracoMediaVersion");

            migrationBuilder.DropTable(
                name: "umbracoPropertyData");

            migrationBuilder.DropTable(
                name: "umbracoRedirectUrl");

            migrationBuilder.DropTable(
                name: "umbracoRelation");

            migrationBuilder.DropTable(
                name: "umbracoUser2ClientId");

            migrationBuilder.DropTable(
                name: "umbracoUser2UserGroup");

            migrationBuilder.DropTable(
                name: "umbracoUserGroup2App");

            migrationBuilder.DropTable(
                name: "umbracoUserGroup2GranularPermission");

            migrationBuilder.DropTable(
                name: "umbracoUserGroup2Language");

            migrationBuilder.DropTable(
                name: "umbracoUserGroup2Permission");

            migrationBuilder.DropTable(
                name: "umbracoUserLogin");

            migrationBuilder.DropTable(
                name: "umbracoUserStartNode");

            migrationBuilder.DropTable(
                name: "cmsTemplate");

            migrationBuilder.DropTable(
                name: "cmsDictionary");

            migrationBuilder.DropTable(
                name: "cmsPropertyType");

            migrationBuilder.DropTable(
                name: "cmsTags");

            migrationBuilder.DropTable(
                name: "umbracoAccess");

            migrationBuilder.DropTable(
                name: "umbracoDocument");

            migrationBuilder.DropTable(
                name: "umbracoContentVersion");

            migrationBuilder.DropTable(
                name: "umbracoRelationType");

            migrationBuilder.DropTable(
                name: "umbracoUserGroup");

            migrationBuilder.DropTable(
                name: "umbracoUser");

            migrationBuilder.DropTable(
                name: "cmsPropertyTypeGroup");

            migrationBuilder.DropTable(
                name: "umbracoDataType");

            migrationBuilder.DropTable(
                name: "umbracoLanguage");

            migrationBuilder.DropTable(
                name: "umbracoContent");

            migrationBuilder.DropTable(
                name: "cmsContentType");

            migrationBuilder.DropTable(
                name: "umbracoNode");
        }
    }
}
