using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Site.Core.Persistence;

/// <summary>
/// EF Core's model, built on a thread of its own while the rest of the site is put together: building it is the longest single
/// part of a start, and nothing needs it before the first query.
/// </summary>
internal sealed class ModelInAdvance
{
    private readonly Lazy<IModel> _model;

    private ModelInAdvance(Func<IModel> build)
    {
        _model = new Lazy<IModel>(build);

        // Whoever asks for the model meanwhile waits for this thread, and gets its exception should it fail.
        Task.Run(() => _model.Value);
    }

    /// <summary>The model.</summary>
    public IModel Model => _model.Value;

    /// <summary>Begins to build the model of <typeparamref name="TContext"/>.</summary>
    /// <param name="configure">The options of the contexts that will use it.</param>
    /// <param name="create">Makes a context.</param>
    public static ModelInAdvance Begin<TContext>(Action<DbContextOptionsBuilder> configure, Func<DbContextOptions<TContext>, TContext> create)
        where TContext : DbContext => new(() =>
        {
            var options = new DbContextOptionsBuilder<TContext>();
            configure(options);
            using TContext context = create(options.Options);
            return context.Model;
        });
}
