using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Site.Core.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryApiKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "siteDeliveryApiKey",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    uniqueId = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    prefix = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    organisations = table.Column<string>(type: "text", nullable: false),
                    allowsPreview = table.Column<bool>(type: "boolean", nullable: false),
                    createDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expireDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revokeDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lastUsedDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_siteDeliveryApiKey", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_siteDeliveryApiKey_name_generation",
                table: "siteDeliveryApiKey",
                columns: new[] { "name", "generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_siteDeliveryApiKey_prefix",
                table: "siteDeliveryApiKey",
                column: "prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_siteDeliveryApiKey_uniqueId",
                table: "siteDeliveryApiKey",
                column: "uniqueId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "siteDeliveryApiKey");
        }
    }
}
