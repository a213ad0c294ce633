using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Documents;

/// <summary>Keeps when documents are to be published and unpublished.</summary>
internal sealed class DocumentSchedules(AmbientDbContext database, ILanguageRepository languages)
{
    /// <summary>The schedule of one document.</summary>
    public ContentScheduleCollection Get(int id)
    {
        var schedule = new ContentScheduleCollection();
        foreach (ContentSchedule entry in Get([id]).Values.SelectMany(x => x))
        {
            schedule.Add(entry);
        }

        return schedule;
    }

    /// <summary>The schedules of several documents, of those that have one.</summary>
    public IDictionary<int, IEnumerable<ContentSchedule>> Get(int[] ids)
    {
        var codes = LanguageCodes.From(languages);
        return database.Read.Set<ContentScheduleRow>()
            .Where(x => EF.Parameter(ids).Contains(x.NodeId))
            .OrderBy(x => x.Date)
            .ThenByDescending(x => x.Action)
            .ToList()
            .GroupBy(x => x.NodeId)
            .ToDictionary(x => x.Key, x => (IEnumerable<ContentSchedule>)ToSchedules(x, codes));
    }

    /// <summary>Replaces the schedule of a document.</summary>
    public void Save(int id, ContentScheduleCollection schedule)
    {
        SiteDbContext context = database.Write;
        context.ChangeTracker.Clear();
        var codes = LanguageCodes.From(languages);
        var left = context.Set<ContentScheduleRow>().AsTracking().Where(x => x.NodeId == id).ToDictionary(x => x.Id);
        foreach (ContentSchedule entry in schedule.FullSchedule)
        {
            if (entry.Id == Guid.Empty)
            {
                entry.Id = Guid.NewGuid();
            }

            if (!left.Remove(entry.Id, out ContentScheduleRow? row))
            {
                row = context.Add(new ContentScheduleRow { Id = entry.Id, NodeId = id }).Entity;
            }

            row.LanguageId = entry.Culture == Constants.System.InvariantCulture ? null : codes.IdOf(entry.Culture);
            row.Date = entry.Date;
            row.Action = entry.Action.ToString();
        }

        context.RemoveRange(left.Values);
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <summary>Deletes what was due until the date.</summary>
    /// <param name="date">The date, in UTC.</param>
    /// <param name="action">Only this action; <c>null</c> means both.</param>
    public void Clear(DateTime date, ContentScheduleAction? action) => Due(database.Write, date, action).ExecuteDelete();

    /// <summary>Whether any document outside the recycle bin is due.</summary>
    public bool Any(DateTime date, ContentScheduleAction action) => Due(database.Read, date, action).Any();

    /// <summary>What is due until the date.</summary>
    public static IQueryable<ContentScheduleRow> Due(SiteDbContext context, DateTime date, ContentScheduleAction? action)
    {
        string? name = action?.ToString();
        return context.Set<ContentScheduleRow>().Where(x => x.Date <= date && (name == null || x.Action == name));
    }

    // Core's collection refuses a second entry of a culture at the same instant, which two that are less than a microsecond apart have
    // become on PostgreSQL. The later one, and expiry is later than release, is told a tick after the one before.
    private static List<ContentSchedule> ToSchedules(IEnumerable<ContentScheduleRow> ordered, LanguageCodes codes)
    {
        List<ContentSchedule> schedules = [];
        Dictionary<string, DateTime> free = [];
        foreach (ContentScheduleRow row in ordered)
        {
            string culture = codes.CodeOf(row.LanguageId) ?? Constants.System.InvariantCulture;
            DateTime date = free.TryGetValue(culture, out DateTime next) && next > row.Date ? next : row.Date;
            free[culture] = date.AddTicks(1);
            schedules.Add(new ContentSchedule(row.Id, culture, date, Enum.Parse<ContentScheduleAction>(row.Action)));
        }

        return schedules;
    }
}
