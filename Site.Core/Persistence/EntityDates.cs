using Umbraco.Cms.Core.Models.Entities;

namespace Site.Core.Persistence;

/// <summary>Sets the dates of entities that are about to be saved.</summary>
internal static class EntityDates
{
    /// <summary>Sets the dates that the caller has not set.</summary>
    public static void Touch(IEntity entity)
    {
        DateTime now = DateTime.UtcNow;
        if (!entity.HasIdentity)
        {
            entity.CreateDate = entity.CreateDate == default ? now : entity.CreateDate;
            entity.UpdateDate = entity.UpdateDate == default ? entity.CreateDate : entity.UpdateDate;
        }
        else if (entity is not ICanBeDirty dirty || !dirty.IsPropertyDirty(nameof(IEntity.UpdateDate)))
        {
            entity.UpdateDate = now;
        }
    }
}
