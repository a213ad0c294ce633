using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Documents;

/// <content>What only documents have: schedules, permissions and published ancestors.</content>
internal abstract partial class DocumentRepositoryBase
{
    /// <inheritdoc />
    /// <remarks>A template costs no query of its own here, so <paramref name="loadTemplates"/> changes nothing.</remarks>
    public IEnumerable<IContent> GetPage(
        IQuery<IContent>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<IContent>? filter,
        Ordering? ordering,
        bool loadTemplates) =>
        GetPage(query, pageIndex, pageSize, out totalRecords, propertyAliases, filter, ordering);

    /// <inheritdoc />
    public ContentScheduleCollection GetContentSchedule(int contentId) => schedules.Get(contentId);

    /// <inheritdoc />
    public void PersistContentSchedule(IContent content, ContentScheduleCollection schedule) => schedules.Save(content.Id, schedule);

    /// <inheritdoc />
    public IDictionary<int, IEnumerable<ContentSchedule>> GetContentSchedulesByIds(int[] documentIds) => schedules.Get(documentIds);

    /// <inheritdoc />
    public void ClearSchedule(DateTime date) => schedules.Clear(date, action: null);

    /// <inheritdoc />
    public void ClearSchedule(DateTime date, ContentScheduleAction action) => schedules.Clear(date, action);

    /// <inheritdoc />
    public bool HasContentForExpiration(DateTime date) => schedules.Any(date, ContentScheduleAction.Expire);

    /// <inheritdoc />
    public bool HasContentForRelease(DateTime date) => schedules.Any(date, ContentScheduleAction.Release);

    /// <inheritdoc />
    public IEnumerable<IContent> GetContentForExpiration(DateTime date) => GetDue(date, ContentScheduleAction.Expire);

    /// <inheritdoc />
    public IEnumerable<IContent> GetContentForRelease(DateTime date) => GetDue(date, ContentScheduleAction.Release);

    /// <inheritdoc />
    public int CountPublished(string? contentTypeAlias = null)
    {
        SiteDbContext context = Database.Read;
        return OfType(context, Nodes(context).Where(x => !x.Trashed), contentTypeAlias)
            .Count(x => context.Set<DocumentRow>().Any(d => d.NodeId == x.Id && d.Published));
    }

    /// <inheritdoc />
    public bool IsPathPublished(IContent? content)
    {
        if (content is not { Published: true, Trashed: false })
        {
            return false;
        }

        int[] ancestors = [.. content.Path.Split(',').Select(x => int.Parse(x, CultureInfo.InvariantCulture)).Where(x => x > 0 && x != content.Id)];
        SiteDbContext context = Database.Read;
        return ancestors.Length == context.Set<DocumentRow>().Count(x => EF.Parameter(ancestors).Contains(x.NodeId) && x.Published);
    }

    /// <inheritdoc />
    public void ReplaceContentPermissions(EntityPermissionSet permissionSet) => permissions.Replace(permissionSet);

    /// <inheritdoc />
    public void AssignEntityPermission(IContent entity, string permission, IEnumerable<int> groupIds) =>
        permissions.Assign(entity.Id, permission, groupIds);

    /// <inheritdoc />
    public EntityPermissionCollection GetPermissionsForEntity(int entityId) => permissions.Get(entityId);

    /// <inheritdoc />
    public void AddOrUpdatePermissions(ContentPermissionSet permission) => permissions.Replace(permission);

    private List<IContent> GetDue(DateTime date, ContentScheduleAction action)
    {
        SiteDbContext context = Database.Read;
        IQueryable<ContentScheduleRow> due = DocumentSchedules.Due(context, date, action);
        return BuildCurrent(context, Ordered(Current(context).Where(x => !x.Node.Trashed && due.Any(s => s.NodeId == x.Node.Id))));
    }
}
