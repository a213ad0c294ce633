using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Site.Core.Persistence.Sqlite.Migrations
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    uniqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    organisations = table.Column<string>(type: "TEXT", nullable: false),
                    allowsPreview = table.Column<bool>(type: "INTEGER", nullable: false),
                    createDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expireDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revokeDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lastUsedDate = table.Column<DateTime>(type: "TEXT", nullable: true)
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
