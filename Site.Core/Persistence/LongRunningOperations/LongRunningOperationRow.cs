using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.LongRunningOperations;

/// <summary>A row of <c>umbracoLongRunningOperation</c>: work that outlives the request that asked for it.</summary>
internal sealed class LongRunningOperationRow
{
    public Guid Id { get; set; }

    public string Type { get; set; } = string.Empty;

    public LongRunningOperationStatus Status { get; set; }

    /// <summary>The result as JSON.</summary>
    public string? Result { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    /// <summary>After this, an operation that has not ended counts as stale.</summary>
    public DateTime ExpirationDate { get; set; }
}

/// <summary>Maps <see cref="LongRunningOperationRow"/>.</summary>
internal sealed class LongRunningOperationRowConfiguration : IEntityTypeConfiguration<LongRunningOperationRow>
{
    public void Configure(EntityTypeBuilder<LongRunningOperationRow> builder)
    {
        builder.ToTable("umbracoLongRunningOperation");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.Type).HasColumnName("type").HasMaxLength(50);
        builder.Property(x => x.Status).HasColumnName("status").HasMaxLength(50).HasConversion<string>();
        builder.Property(x => x.Result).HasColumnName("result");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.UpdateDate).HasColumnName("updateDate");
        builder.Property(x => x.ExpirationDate).HasColumnName("expirationDate");
        builder.HasIndex(x => x.Type);
    }
}
