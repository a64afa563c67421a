using System.Runtime.CompilerServices;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class PostStore(SqlDatabase database) : IPostStore
{
    private const string ByKey = $"SELECT {PostRow.Columns} FROM posts p WHERE p.native_id = @native_id AND p.source = @source";

    private const string Insert = """
        INSERT INTO posts (source, native_id, posted_at, text, language, url,
            author_id, author_handle, author_name, followers, verified,
            likes, replies, retweets, quotes, views, bookmarks, snapshot_at,
            conversation_id, parent_key, quoted_key, reply_settings, sensitive, linkable, media, raw)
        VALUES (@source, @native_id, @posted_at, @text, @language, @url,
            @author_id, @author_handle, @author_name, @followers, @verified,
            @likes, @replies, @retweets, @quotes, @views, @bookmarks, @snapshot_at,
            @conversation_id, @parent_key, @quoted_key, @reply_settings, @sensitive, @linkable, @media, @raw)
        RETURNING post_id
        """;

    private const string Update = """
        UPDATE posts SET text = @text, language = @language, url = @url,
            author_id = @author_id, author_handle = @author_handle, author_name = @author_name, followers = @followers, verified = @verified,
            likes = @likes, replies = @replies, retweets = @retweets, quotes = @quotes, views = @views, bookmarks = @bookmarks,
            snapshot_at = @snapshot_at, conversation_id = @conversation_id, parent_key = @parent_key, quoted_key = @quoted_key,
            reply_settings = @reply_settings, sensitive = @sensitive, linkable = @linkable, media = @media, raw = coalesce(@raw, raw)
        WHERE native_id = @native_id AND source = @source
        """;

    private const string SeenAgain = "UPDATE posts SET snapshot_at = @seen_at WHERE post_id = @post_id";

    private const string EarlierSnapshots = """
        SELECT s.post_id, s.seen_at, s.likes, s.replies, s.retweets, s.quotes, s.views, s.bookmarks
        FROM json_each(@ids) i
        JOIN posts p ON p.post_id = i.value
        JOIN post_snapshots s ON s.post_id = p.post_id AND s.seen_at < p.snapshot_at
        """;

    // Conversation first: the index on replies begins with it.
    private const string RepliesTo = """
        SELECT post_id, text FROM (
            SELECT p.post_id, r.text, row_number() OVER (PARTITION BY p.post_id ORDER BY r.likes DESC, r.post_id) AS place
            FROM json_each(@ids) i
            JOIN posts p ON p.post_id = i.value
            JOIN posts r ON r.conversation_id = coalesce(p.conversation_id, p.native_id) AND r.parent_key IS NOT NULL
                AND r.parent_key = p.native_id AND r.source = p.source)
        WHERE place <= @most ORDER BY post_id, place
        """;

    // The same moment again: one import can hold a post twice, and the later row counts.
    private const string AddSnapshot = """
        INSERT INTO post_snapshots (post_id, seen_at, followers, likes, replies, retweets, quotes, views, bookmarks)
        VALUES (@post_id, @seen_at, @followers, @likes, @replies, @retweets, @quotes, @views, @bookmarks)
        ON CONFLICT (post_id, seen_at) DO UPDATE SET followers = excluded.followers, likes = excluded.likes, replies = excluded.replies,
            retweets = excluded.retweets, quotes = excluded.quotes, views = excluded.views, bookmarks = excluded.bookmarks
        """;

    private const string AddSignature = """
        INSERT INTO post_signatures (post_id, form, signature)
        SELECT post_id, @form, @signature FROM posts WHERE post_id = @post_id AND text = @text
        ON CONFLICT (post_id) DO UPDATE SET form = excluded.form, signature = excluded.signature
        """;

    private const string ForgetSignature = "DELETE FROM post_signatures WHERE post_id = @post_id";

    private const string AddFoundBy = """
        INSERT INTO found_by (project_id, post_id, query, found_at) VALUES (@project, @post_id, @query, @found_at) ON CONFLICT DO NOTHING
        """;

    /// <summary>Null where the project doesn't have the post; 1 where the same source gave it at the same moment.</summary>
    private const string FoundBefore = """
        SELECT max(CASE WHEN query = @query AND found_at = @found_at THEN 1 ELSE 0 END) FROM found_by WHERE project_id = @project AND post_id = @post_id
        """;

    public Task<UpsertCounts> UpsertAsync(string projectId, IReadOnlyList<Post> posts, string foundBy, DateTimeOffset seenAt, CancellationToken ct) =>
        UpsertAsync(projectId, posts, foundBy, seenAt, again: false, ct);

    public Task<UpsertCounts> UpsertAgainAsync(string projectId, IReadOnlyList<Post> posts, string foundBy, DateTimeOffset seenAt, CancellationToken ct) =>
        UpsertAsync(projectId, posts, foundBy, seenAt, again: true, ct);

    private Task<UpsertCounts> UpsertAsync(string projectId, IReadOnlyList<Post> posts, string foundBy, DateTimeOffset seenAt, bool again, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            await Projects.EnsureAsync(session, projectId);
            var counts = new UpsertCounts();
            foreach (var post in posts)
            {
                ct.ThrowIfCancellationRequested();
                var (id, one) = await UpsertAsync(session, post, seenAt, again);
                counts += one.Added > 0 ? one : await Found(FoundBefore).NumberAsync() switch
                {
                    null => new UpsertCounts { Joined = 1 },
                    1 => one with { Repeated = one.Unchanged },
                    _ => one,
                };
                await Found(AddFoundBy).ExecuteAsync();

                SqlStatement Found(string sql) => session[sql].Set("project", projectId).Set("post_id", id).Set("query", foundBy).Set("found_at", seenAt);
            }
            return counts;
        }, ct);

    public async IAsyncEnumerable<StoredPost> SelectAsync(CandidateQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        var session = await database.RentAsync(ct);
        try
        {
            await using var rows = await session[$"SELECT {PostRow.Columns} FROM posts p WHERE {Candidates.Where(query)} ORDER BY p.posted_at DESC, p.post_id DESC"]
                .SetQuery(query).QueryAsync();
            while (await rows.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                yield return PostRow.Read(rows);
            }
        }
        finally
        {
            database.Return(session);
        }
    }

    public Task<CandidateCounts> CountAsync(CandidateQuery query, CancellationToken ct) =>
        database.ReadAsync(async session =>
        {
            await using var rows = await session[$"""
                SELECT count(*),
                       coalesce(sum(CASE WHEN {Candidates.PassFilters} THEN 1 ELSE 0 END), 0),
                       coalesce(sum(CASE WHEN {Candidates.PassFilters} AND NOT {Candidates.Handled} THEN 1 ELSE 0 END), 0),
                       (SELECT count(*) FROM (SELECT DISTINCT post_id FROM found_by WHERE project_id = @project)),
                       (SELECT count(*) FROM posts p WHERE {Candidates.AfterWindow})
                FROM posts p WHERE {Candidates.InWindow}
                """].SetQuery(query).QueryAsync();
            await rows.ReadAsync();
            var (inWindow, all, later) = (rows.Int(0), rows.Int(3), rows.Int(4));
            return new CandidateCounts(inWindow, rows.Int(1), rows.Int(2), all - inWindow - later, later);
        }, ct);

    public Task<UnseenCounts> CountUnseenAsync(CandidateQuery query, CancellationToken ct) =>
        database.ReadAsync(async session =>
        {
            var counts = (await session[$"""
                SELECT {Candidates.Obstacle} AS obstacle, count(*)
                FROM posts p JOIN (SELECT DISTINCT post_id FROM found_by WHERE project_id = @project) f ON f.post_id = p.post_id
                WHERE NOT EXISTS (SELECT 1 FROM assessments a WHERE a.project_id = @project AND a.post_id = p.post_id)
                GROUP BY obstacle
                """].SetQuery(query).ListAsync(r => (Obstacle: r.Int(0), Posts: r.Int(1)))).ToDictionary(r => r.Obstacle, r => r.Posts);
            int Of(int obstacle) => counts.GetValueOrDefault(obstacle);
            return new UnseenCounts(Of(1), Of(2), Of(3), Of(4), Of(5), Of(0));
        }, ct);

    public Task<IReadOnlyList<StoredPost>> GetAsync(IReadOnlyCollection<long> postIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<StoredPost>>(async session =>
        {
            var posts = new List<StoredPost>(postIds.Count);
            foreach (var id in postIds)
                posts.AddRange(await session[$"SELECT {PostRow.Columns} FROM posts p WHERE p.post_id = @post_id"].Set("post_id", id).ListAsync(PostRow.Read));
            return posts;
        }, ct);

    public Task<StoredPost?> FindAsync(string projectId, string idOrUrl, CancellationToken ct) =>
        database.ReadAsync(async session =>
        {
            var address = PostAddress.Of(idOrUrl);
            var found = await session[$"""
                SELECT {PostRow.Columns}, p.raw FROM posts p
                WHERE {address.Condition}
                  AND EXISTS (SELECT 1 FROM found_by f WHERE f.project_id = @project AND f.post_id = p.post_id)
                LIMIT 1
                """]
                .Set("project", projectId).Set("address", address.Value).Set("source", address.Source).ListAsync(ReadWithRaw);
            return found.FirstOrDefault();
        }, ct);

    public Task<IReadOnlyDictionary<long, IReadOnlyList<MetricsSnapshot>>> EarlierSnapshotsAsync(IReadOnlyCollection<long> postIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<long, IReadOnlyList<MetricsSnapshot>>>(async session =>
        {
            var rows = await session[EarlierSnapshots].Set("ids", Ids(postIds)).ListAsync(r => (PostId: r.Long(0), Snapshot: ReadSnapshot(r)));
            return rows.GroupBy(r => r.PostId).ToDictionary(g => g.Key, IReadOnlyList<MetricsSnapshot> (g) => [.. g.Select(r => r.Snapshot)]);
        }, ct);

    public Task<ILookup<long, string>> RepliesAsync(IReadOnlyCollection<long> postIds, int most, CancellationToken ct) =>
        database.ReadAsync(async session =>
            (await session[RepliesTo].Set("ids", Ids(postIds)).Set("most", most).ListAsync(r => (Post: r.Long(0), Text: r.Text(1)))).ToLookup(r => r.Post, r => r.Text), ct);

    public async IAsyncEnumerable<HandledPost> HandledAsync(string projectId, DateTimeOffset before, string form, [EnumeratorCancellation] CancellationToken ct)
    {
        var session = await database.RentAsync(ct);
        try
        {
            await using var rows = await session[$"""
                SELECT p.post_id, p.text, s.signature FROM posts p
                LEFT JOIN post_signatures s ON s.post_id = p.post_id AND s.form = @form
                WHERE p.post_id IN (SELECT d.post_id FROM drafts d WHERE d.project_id = @project AND {Drafts.IsOffered}) AND p.posted_at <= @before
                ORDER BY p.post_id
                """].Set("project", projectId).Set("before", before).Set("form", form).QueryAsync();
            while (await rows.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                yield return new HandledPost(rows.Long(0), rows.Text(1), rows.IsNull(2) ? null : rows.Bytes(2));
            }
        }
        finally
        {
            database.Return(session);
        }
    }

    public Task SignAsync(string form, IReadOnlyCollection<HandledPost> posts, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            var statement = session[AddSignature].Set("form", form);
            foreach (var post in posts)
                await statement.Set("post_id", post.PostId).Set("text", post.Text).Set("signature", post.Signature).ExecuteAsync();
            return posts.Count;
        }, ct);

    public Task<bool> WasImportedAsync(string projectId, string contentHash, CancellationToken ct) =>
        database.ReadAsync(async session =>
            await session["SELECT 1 FROM imports WHERE project_id = @project AND content_hash = @hash"]
                .Set("project", projectId).Set("hash", contentHash).NumberAsync() is not null, ct);

    public Task<DateTimeOffset?> ImportedAtAsync(string contentHash, CancellationToken ct) =>
        database.ReadAsync(async session =>
            (await session["SELECT min(imported_at) FROM imports WHERE content_hash = @hash"].Set("hash", contentHash).ListAsync(r => r.TimeOrNull(0)))[0], ct);

    public Task RememberImportAsync(string projectId, string path, string contentHash, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            await Projects.EnsureAsync(session, projectId);
            return await session["INSERT INTO imports (project_id, content_hash, path, imported_at) VALUES (@project, @hash, @path, @at) ON CONFLICT DO NOTHING"]
                .Set("project", projectId).Set("hash", contentHash).Set("path", path).Set("at", at).ExecuteAsync();
        }, ct);

    private static async ValueTask<(long Id, UpsertCounts Counts)> UpsertAsync(SqlSession session, Post post, DateTimeOffset seenAt, bool again)
    {
        if (await FindAsync(session, post.Key) is not { } known)
        {
            var id = (long)(await session[Insert].SetPost(post).Set("posted_at", post.PostedAt).Set("snapshot_at", seenAt).NumberAsync())!;
            await AddSnapshotAsync(session, id, post, seenAt);
            return (id, new UpsertCounts(1, 0, 0));
        }
        if (again && seenAt < known.SnapshotAt) return (known.Id, await FillAsync(session, known, PostMerge.Fill(known.Post, post)));
        var merged = PostMerge.Merge(known.Post, post);
        if (merged == known.Post)
        {
            // Counts that stand still tell something, too.
            if (seenAt > known.SnapshotAt) await session[SeenAgain].Set("post_id", known.Id).Set("seen_at", seenAt).ExecuteAsync();
            return (known.Id, new UpsertCounts(0, 0, 1));
        }
        if (merged.Text != known.Post.Text) await session[ForgetSignature].Set("post_id", known.Id).ExecuteAsync();
        var moved = PostMerge.MetricsDiffer(known.Post, merged);
        await session[Update].SetPost(merged with { Raw = post.Raw }).Set("snapshot_at", moved || seenAt > known.SnapshotAt ? seenAt : known.SnapshotAt).ExecuteAsync();
        if (moved) await AddSnapshotAsync(session, known.Id, merged, seenAt);
        return (known.Id, new UpsertCounts(0, 1, 0));
    }

    private static async ValueTask<UpsertCounts> FillAsync(SqlSession session, StoredPost known, Post filled)
    {
        if (filled == known.Post) return new UpsertCounts(0, 0, 1);
        await session[Update].SetPost(filled).Set("snapshot_at", known.SnapshotAt).ExecuteAsync();
        return new UpsertCounts(0, 1, 0);
    }

    private static async ValueTask<StoredPost?> FindAsync(SqlSession session, PostKey key)
    {
        await using var rows = await session[ByKey].Set("native_id", key.NativeId).Set("source", key.Source).QueryAsync();
        return await rows.ReadAsync() ? PostRow.Read(rows) : null;
    }

    private static async ValueTask AddSnapshotAsync(SqlSession session, long id, Post post, DateTimeOffset seenAt) =>
        await session[AddSnapshot].Set("post_id", id).Set("seen_at", seenAt).SetMetrics(post).ExecuteAsync();

    private static string Ids(IReadOnlyCollection<long> postIds) => $"[{string.Join(',', postIds)}]";

    private static MetricsSnapshot ReadSnapshot(SqlRows row) => new(
        new PostMetrics
        {
            Likes = row.LongOrNull(2),
            Replies = row.LongOrNull(3),
            Retweets = row.LongOrNull(4),
            Quotes = row.LongOrNull(5),
            Views = row.LongOrNull(6),
            Bookmarks = row.LongOrNull(7),
        },
        row.Time(1));

    private static StoredPost ReadWithRaw(SqlRows row)
    {
        var stored = PostRow.Read(row);
        return row.IsNull(PostRow.ColumnCount)
            ? stored
            : stored with { Post = stored.Post with { Raw = RawRow.Unpack(row.Bytes(PostRow.ColumnCount)) } };
    }
}
